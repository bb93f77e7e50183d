package dev.parley.bench.history;

import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import java.nio.file.Path;

/** Checks a history that was kept from an earlier run: {@code --history FILE}. */
public final class Recheck implements Program {

    @Override
    public void run(Options options, Report report) throws Exception {
        Path file = Path.of(options.text("history", ""));
        options.refuseOthers();
        HistoryCheck.of(file).forEach((rule, places) -> {
            report.check(rule, places.isEmpty(), places.size() + " times");
            places.stream().limit(20).forEach(report::progress);
        });
    }
}
