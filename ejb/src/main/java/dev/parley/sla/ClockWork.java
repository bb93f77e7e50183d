package dev.parley.sla;

import dev.parley.hours.WorkingTime;
import dev.parley.sla.TargetEvent.ClockMoved;
import dev.parley.sla.TargetEvent.TargetMissed;
import dev.parley.sla.domain.RunningClocks;
import dev.parley.sla.domain.RunningClocks.Clock;
import dev.parley.sla.domain.RunningClocks.Happening;
import dev.parley.sla.persistence.ClockTable;
import dev.parley.sla.persistence.ClockTable.Line;
import dev.parley.sla.persistence.ClockTable.Place;
import dev.parley.sla.persistence.ClockTable.Seen;
import dev.parley.sla.persistence.ClockTable.Standing;
import dev.parley.sla.persistence.ClockTable.Timed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Computes the clocks of one conversation and keeps them. Needs a transaction of its own, and takes the lock of the conversation's head. */
@Dependent
class ClockWork {
    @Inject
    ClockTable table;

    @Inject
    Event<TargetEvent> news;

    /** Brings its clocks to where it stands; nothing where it went elsewhere meanwhile, which the next round sees. */
    public void compute(Place place, TargetRules rules, String mark, WorkingTime time) {
        Standing now = table.lock(place.conversationId()).orElse(null);
        if (now == null || now.departmentId() != place.departmentId()) return;
        List<Timed> before = table.running(place.conversationId());
        if (!rules.promises()) {
            before.forEach(timed -> table.drop(place.conversationId(), timed.clock()));
            table.forget(place.conversationId());
            tell(place, before, List.of());
            return;
        }
        Seen seen = table.seen(place.conversationId()).orElse(null);
        RunningClocks clocks = seen == null
                ? RunningClocks.opened(now.openedAt())
                : new RunningClocks(
                        seen.answered(), before.stream().map(Timed::clock).toList());
        List<Line> lines = table.lines(place.conversationId(), seen == null ? 0 : seen.seq());
        for (Line line : lines) if (line.what() != null) clocks.hear(line.what(), line.at());
        if (now.closedAt() != null) clocks.hear(Happening.CLOSED, now.closedAt());
        // of what was over before anything was promised nothing is kept
        if (seen != null) for (Clock clock : clocks.ended()) end(place, now, timed(clock, before, now, rules, time));
        boolean anew = seen == null || !seen.mark().equals(mark) || seen.level() != now.level();
        List<Timed> after = clocks.running().stream()
                .map(clock -> anew ? fresh(clock, now, rules, time) : timed(clock, before, now, rules, time))
                .toList();
        for (Timed timed : after) keep(place, now, timed, before.contains(timed), anew);
        if (now.closedAt() != null) table.forget(place.conversationId());
        else table.see(place, new Seen(read(lines, now), now.epoch(), clocks.answered(), now.level(), mark));
        tell(place, before, after);
    }

    /** Of a very long one the next round reads on. */
    private static long read(List<Line> lines, Standing now) {
        return lines.size() < ClockTable.MOST_ROWS
                ? now.lastSeq()
                : lines.get(lines.size() - 1).seq();
    }

    /** One that runs. Until when may be the same although the department is another: then it is not missed twice. */
    private void keep(Place place, Standing now, Timed timed, boolean same, boolean anew) {
        if (same && !anew) return;
        table.keep(place, now.priority(), timed, same ? table.missedAt(place.conversationId(), timed.clock()) : null);
    }

    /** Keeps how it ended; one for which nothing was promised is not worth a row. */
    private void end(Place place, Standing now, Timed timed) {
        if (timed.dueAt() == null) {
            table.drop(place.conversationId(), timed.clock());
            return;
        }
        Instant noticed = table.missedAt(place.conversationId(), timed.clock());
        boolean late = timed.clock().endedAt().isAfter(timed.dueAt());
        table.keep(place, now.priority(), timed, noticed == null && late ? timed.dueAt() : noticed);
    }

    /** As it was computed before, or for the first time. */
    private static Timed timed(Clock clock, List<Timed> before, Standing now, TargetRules rules, WorkingTime time) {
        return before.stream()
                .filter(known -> known.clock().measure() == clock.measure()
                        && known.clock().begunAt().equals(clock.begunAt()))
                .findFirst()
                .map(known -> new Timed(clock, known.minutes(), known.dueAt(), known.warnAt()))
                .orElseGet(() -> fresh(clock, now, rules, time));
    }

    private static Timed fresh(Clock clock, Standing now, TargetRules rules, WorkingTime time) {
        Integer minutes = rules.minutes(now.priority(), clock.measure());
        if (minutes == null) return new Timed(clock, null, null, null);
        Duration promised = Duration.ofMinutes(minutes);
        Instant due = time.after(clock.begunAt(), promised).orElse(null);
        Instant warn = due == null
                ? null
                : time.after(clock.begunAt(), promised.multipliedBy(3).dividedBy(4))
                        .orElse(due);
        return new Timed(clock, minutes, due, warn);
    }

    /** Says once that a clock has run out, unless something happened that was not computed yet: then the next round decides. */
    public void miss(Place place, Instant at) {
        Standing now = table.lock(place.conversationId()).orElse(null);
        Seen seen = table.seen(place.conversationId()).orElse(null);
        if (now == null || seen == null || seen.seq() != now.lastSeq() || seen.epoch() != now.epoch()) return;
        for (Timed timed : table.running(place.conversationId())) {
            boolean over = timed.dueAt() != null && !timed.dueAt().isAfter(at);
            if (!over || table.missedAt(place.conversationId(), timed.clock()) != null) continue;
            table.keep(place, now.priority(), timed, at);
            news.fire(new TargetMissed(
                    place.companyId(),
                    place.conversationId(),
                    now.departmentId(),
                    now.agentId(),
                    timed.clock().measure(),
                    timed.dueAt()));
        }
    }

    private void tell(Place place, List<Timed> before, List<Timed> after) {
        if (!Objects.equals(next(before), next(after)))
            news.fire(new ClockMoved(place.companyId(), place.conversationId(), place.departmentId()));
    }

    /** The one that is due first. */
    private static Timed next(List<Timed> running) {
        return running.stream()
                .filter(timed -> timed.dueAt() != null)
                .min((a, b) -> a.dueAt().compareTo(b.dueAt()))
                .orElse(null);
    }
}
