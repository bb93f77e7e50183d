package dev.parley.bench.routing;

import dev.parley.bench.Report;
import java.util.ArrayList;
import java.util.List;

/** How a run went by half-minutes: whether what was broken was broken while the nodes were cold, after a kill, or all the time. */
final class Course {
    private static final long SPAN = 30_000_000;

    private final List<Span> spans = new ArrayList<>();
    private long begin;

    private static final class Span {
        long commits;
        long offers;
        long broken;
        long longest;
    }

    void commit(Commit commit) {
        Span span = at(commit.at());
        span.commits++;
        span.offers += commit.changes().stream()
                .filter(change -> change.table().equals("offer") && change.kind() == Commit.Kind.INSERT)
                .count();
    }

    /** So many promises were found broken at that moment. */
    void broken(long at, long times) {
        at(at).broken += times;
    }

    /** Somebody waited so long unasked until that moment, microseconds. */
    void unasked(long at, long length) {
        Span span = at(at);
        span.longest = Math.max(span.longest, length);
    }

    private Span at(long at) {
        if (begin == 0) {
            begin = at;
        }
        int place = (int) Math.max(0, (at - begin) / SPAN);
        while (spans.size() <= place) {
            spans.add(new Span());
        }
        return spans.get(place);
    }

    void write(Report report) {
        Report.Table table = report.table(
                "By half-minutes",
                "from, s",
                "commits",
                "offers",
                "promises broken",
                "longest unasked while somebody was free, s");
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            table.row(i * SPAN / 1_000_000, span.commits, span.offers, span.broken, span.longest / 1e6);
        }
    }
}
