package dev.parley.bench.routing;

import dev.parley.bench.Report;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/** What a run and its judge saw, as tables and promises of the report. */
final class StormReport {
    private final Report report;
    private final Tally tally;
    private final Judge judge;
    private final long heldBack;

    /** @param heldBack how many arrivals were held back because answers were slow */
    StormReport(Report report, Tally tally, long heldBack, Judge judge) {
        this.report = report;
        this.tally = tally;
        this.heldBack = heldBack;
        this.judge = judge;
    }

    void write(double seconds, double judged) {
        events(seconds);
        history(judged);
        times();
        judge.course.write(report);
        for (Findings findings : judge.findings()) {
            report.check(findings.promise(), findings.count() == 0, findings.detail());
        }
        Set<String> unexpected = tally.unexpected();
        report.check(
                "nobody was refused but by a race that another won",
                unexpected.isEmpty(),
                String.join("; ", unexpected));
        for (String excerpt : judge.excerpts()) {
            report.note("```\n" + excerpt + "\n```");
        }
    }

    private void events(double seconds) {
        Report.Table table = report.table("Events", "what", "done", "refused, as another was quicker", "unanswered");
        for (Map.Entry<String, long[]> one : tally.counts().entrySet()) {
            table.row(one.getKey(), one.getValue()[0], one.getValue()[1], one.getValue()[2]);
        }
        report.note(tally.events() + " events in " + Report.figure(seconds) + " s, "
                + Report.figure(tally.events() / seconds) + " a second. What is unanswered is not counted. "
                + heldBack + " arrivals were held back while answers were slow: this is no test of load.");
    }

    private void history(double judged) {
        report.table("History", "what", "figure")
                .row("commits", judge.commits())
                .row("changes", judge.changes())
                .row("judged in, s", judged)
                .row("the most that an agent had", judge.load.most())
                .row("times that an agent came to be full", judge.load.full())
                .row("offers", judge.order.offers())
                .row("conversations that went back to a queue", judge.places.returns())
                .row(
                        "passed over within " + OrderRule.SLACK / 1000 + " ms of its coming, equals / more urgent",
                        judge.order.close() + " / " + judge.urgency.close())
                .row("offers that ended before they were told", judge.deliveries.untold())
                .row("offers to agents whose socket was gone", judge.deliveries.unreachable())
                .row("longest with a lost connection, s", judge.losses.worst() / 1e6)
                .row("longest unasked while somebody was free, s", judge.waits.worst() / 1e6)
                .row("where", judge.waits.worstPlace());
    }

    private void times() {
        Report.Table table = report.table("Times, ms", "what", "how many", "p50", "p90", "p99", "p99.9", "longest");
        row(table, "from an offer's commit to its frame", judge.deliveries.delays());
        row(table, "unasked while somebody was free", judge.waits.lengths());
        report.note(
                "A lease counts for 15 s after its renewal, as the documentation has it: so long a dead node's agents are still asked. What"
                        + " they held is bound by the grace time of 30 s and 2 s more. Between commits the judge looks every "
                        + Judge.TICK / 1000 + " ms.");
    }

    private static void row(Report.Table table, String what, Histogram times) {
        table.row(
                what,
                times.getTotalCount(),
                at(times, 50),
                at(times, 90),
                at(times, 99),
                at(times, 99.9),
                times.getMaxValue() / 1e3);
    }

    private static double at(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / 1e3;
    }
}
