package dev.parley.bench;

import dev.parley.bench.fault.Duplicates;
import dev.parley.bench.fault.HiddenTab;
import dev.parley.bench.fault.Kills;
import dev.parley.bench.fault.Quick;
import dev.parley.bench.fault.SilentCut;
import dev.parley.bench.fault.SlowReaders;
import dev.parley.bench.frame.Frames;
import dev.parley.bench.history.Recheck;
import dev.parley.bench.measure.ConsoleLoad;
import dev.parley.bench.measure.DurableAnswers;
import dev.parley.bench.measure.IdleVisitors;
import dev.parley.bench.measure.RelayCost;
import dev.parley.bench.measure.StartUp;
import dev.parley.bench.measure.WidgetCost;
import dev.parley.bench.routing.RoutingStorm;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The entrance: {@code bench/run <name> [--options]} runs one program and exits with 0 only if every promise was kept. */
public final class Bench {
    private static final Map<String, Program> PROGRAMS = new TreeMap<>(Map.ofEntries(
            Map.entry("kills", new Kills()),
            Map.entry("cut", new SilentCut()),
            Map.entry("slow-readers", new SlowReaders()),
            Map.entry("duplicates", new Duplicates()),
            Map.entry("frames", new Frames()),
            Map.entry("quick", new Quick()),
            Map.entry("relay", new RelayCost()),
            Map.entry("durable", new DurableAnswers()),
            Map.entry("idle", new IdleVisitors()),
            Map.entry("start", new StartUp()),
            Map.entry("console", new ConsoleLoad()),
            Map.entry("widget", new WidgetCost()),
            Map.entry("hidden-tab", new HiddenTab()),
            Map.entry("routing", new RoutingStorm()),
            Map.entry("recheck", new Recheck())));

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Program program = arguments.length == 0 ? null : PROGRAMS.get(arguments[0]);
        if (program == null) {
            System.err.println("usage: bench/run <name> [--options], name one of " + PROGRAMS.keySet());
            System.exit(2);
        }
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        System.exit(run(arguments[0], program, Options.of(rest)) ? 0 : 1);
    }

    private static boolean run(String name, Program program, Options options) throws Exception {
        Path home = options.home();
        Path folder =
                Path.of(options.text("results", home.resolve("bench/results").toString()));
        Report report = new Report(name, options, Machine.commit(home));
        try {
            program.run(options, report);
        } catch (Exception e) {
            e.printStackTrace();
            report.check("the program could be carried out", false, String.valueOf(e));
        }
        System.out.println(report.markdown());
        report.progress("written to " + report.write(folder));
        return !report.failed();
    }
}
