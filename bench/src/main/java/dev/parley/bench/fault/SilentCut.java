package dev.parley.bench.fault;

import dev.parley.bench.Await;
import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.client.Loop;
import dev.parley.bench.history.History;
import dev.parley.bench.server.ParleyServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * The wire of half the visitors goes dead without a word ({@code --silence} seconds, 60), while the others talk on and agents
 * write to those who do not hear. Both sides must notice, and after healing everyone must know everything.
 */
public final class SilentCut implements Program {
    /** The contract's 45 s of silence, and some for a sweep and a busy machine. */
    private static final double NOTICED_SECONDS = 50;

    @Override
    public void run(Options options, Report report) throws Exception {
        int silence = options.number("silence", 60);
        int visitors = options.number("visitors", 8);
        Random chance = new Random(options.seed());
        Path home = options.home();
        options.refuseOthers();
        try (ParleyServer server = ParleyServer.embedded(home).start()) {
            cut(report, server, visitors, Duration.ofSeconds(silence), chance);
        }
    }

    /** Cuts visitors of a running server off for a while. */
    static void cut(Report report, ParleyServer server, int visitors, Duration silence, Random chance)
            throws Exception {
        Path file = Files.createTempFile("parley-bench-history", ".jsonl");
        try (Loop loop = new Loop();
                CutProxy proxy = new CutProxy(loop, server.port());
                History history = new History(file);
                Crowd crowd = new Crowd(server.address(), history, chance)) {
            crowd.behind(proxy.address(), visitors / 2).begin(visitors);
            Await.pass(Duration.ofSeconds(2));
            history.write("fault", "what", "silence");
            long before = crowd.answers();
            proxy.silence();
            Await.pass(silence);
            report.check("the others talk on", crowd.answers() > before + 50, (crowd.answers() - before) + " answers");
            if (silence.toSeconds() >= NOTICED_SECONDS) {
                noticed(report, proxy, history, visitors / 2);
            }
            history.write("fault", "what", "healed");
            proxy.heal();
            long healed = System.nanoTime();
            Await.until("all clients are back", Duration.ofMinutes(3), crowd::allLive);
            double back = (System.nanoTime() - healed) / 1e9;
            Await.pass(Duration.ofSeconds(1));
            crowd.end();
            List<String> refusals = crowd.refusals();
            report.check("no client was refused for good", refusals.isEmpty(), String.join("; ", refusals));
            report.table("Silent cut", "what", "figure")
                    .row("visitors cut off / all", visitors / 2 + " / " + visitors)
                    .row("silence, s", silence.toSeconds())
                    .row("server gave up after, s", proxy.serverGaveUpAfter())
                    .row("clients that gave up by silence", history.count("silence"))
                    .row("all live again after healing, s", back)
                    .row("messages answered", history.count("sent"));
        }
        Kills.check(report, file);
    }

    private static void noticed(Report report, CutProxy proxy, History history, int cut) {
        List<Double> after = proxy.serverGaveUpAfter();
        boolean inTime = after.stream().allMatch(seconds -> seconds <= NOTICED_SECONDS);
        report.check(
                "the server closes every half-open socket within 45 s (5 s more for its sweep)",
                inTime && after.size() >= cut && proxy.stillHeldByServer() == 0,
                "after " + after.stream().map(Report::figure).toList() + " s, still open " + proxy.stillHeldByServer());
        report.check(
                "every cut client notices by itself",
                history.count("silence") + history.count("ended") >= cut,
                history.count("silence") + " by silence");
    }
}
