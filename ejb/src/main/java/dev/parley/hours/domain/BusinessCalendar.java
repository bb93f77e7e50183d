package dev.parley.hours.domain;

import dev.parley.hours.HoursLevel;
import dev.parley.hours.OpenTime;
import dev.parley.hours.Opening;
import dev.parley.hours.Opening.Reason;
import dev.parley.hours.domain.LocalCalendar.Dated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a desk is open at a moment, why, and when that changes: exact, and without stepping through time.
 *
 * <p>Where the local clock is changed one rule holds: <b>a time is meant as the first moment at which the clock shows it or has passed
 * it.</b> So an opening or closing time that is skipped in spring (a gap) is the moment of the jump, and a span that lies wholly in the gap
 * does not take place; one that comes twice in autumn (an overlap) is its first coming. A span over the hour that comes twice lasts an hour
 * longer, one over the gap an hour less. RFC 5545 (3.3.5) takes the first coming too.
 *
 * <p>Values: nothing in it changes.
 */
public final class BusinessCalendar {
    /** Who would wait for more changes than these waits for ever. */
    private static final int MOST_CHANGES = 20_000;

    /** A gap hides at most so many changes of the local clock. */
    private static final int HIDDEN = 2 * dev.parley.hours.Week.MOST_A_DAY * 4;

    private final ZoneId zone;
    private final ZoneRules rules;
    private final LocalCalendar local;

    private BusinessCalendar(ZoneId zone, LocalCalendar local) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.local = local;
    }

    /**
     * The hours of {@code asked} by what all levels of the company say; those that do not hold for it are passed over. Without any zone
     * it is UTC, without any week always open.
     */
    public static BusinessCalendar of(Collection<LevelPlan> levels, HoursLevel asked) {
        List<LevelPlan> holding = levels.stream()
                .filter(l -> l.level().holdsFor(asked))
                .sorted(Comparator.comparing(LevelPlan::level).reversed())
                .toList();
        ZoneId zone = holding.stream()
                .map(l -> l.plan().zone())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ZoneId.of("UTC"));
        return new BusinessCalendar(zone, new LocalCalendar(holding));
    }

    /** On whose clock it is meant. */
    public ZoneId zone() {
        return zone;
    }

    public boolean openAt(Instant at) {
        return local.opening(reading(at)).isPresent();
    }

    /** The first moment after {@code at} at which {@link #openAt} is otherwise; empty if it never is. */
    public Optional<Instant> nextChange(Instant at) {
        LocalDateTime reading = reading(at);
        boolean open = local.opening(reading).isPresent();
        Optional<LocalDateTime> change = local.change(reading);
        for (int hidden = 0; change.isPresent() && hidden < HIDDEN; hidden++) {
            Instant moment = first(change.get());
            // what changes in a gap and changes back there is never seen
            if (openAt(moment) != open) return Optional.of(moment);
            change = local.change(change.get());
        }
        return Optional.empty();
    }

    /** When it is open from {@code from} to {@code to}, earliest first; what reaches over either end is cut there. */
    public List<OpenTime> openTimes(Instant from, Instant to) {
        List<OpenTime> times = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); ) {
            Instant next = nextChange(at).filter(n -> n.isBefore(to)).orElse(to);
            if (openAt(at)) times.add(new OpenTime(at, next));
            at = next;
        }
        return times;
    }

    /** How much of the time from {@code from} to {@code to} it is open. */
    public Duration openBetween(Instant from, Instant to) {
        return openTimes(from, to).stream()
                .map(open -> Duration.between(open.from(), open.until()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The moment at which it has been open for {@code open} since {@code from}: the end of that time, not the opening after it.
     *
     * @param open not negative
     * @return empty if that never comes, or not within {@value #MOST_CHANGES} openings and closings
     */
    public Optional<Instant> afterOpen(Instant from, Duration open) {
        Instant at = from;
        Duration left = open;
        for (int changes = 0; changes < MOST_CHANGES && !left.isZero(); changes++) {
            Optional<Instant> next = nextChange(at);
            if (openAt(at)) {
                Instant end = at.plus(left);
                if (next.isEmpty() || !next.get().isBefore(end)) return Optional.of(end);
                left = left.minus(Duration.between(at, next.get()));
            }
            if (next.isEmpty()) return Optional.empty();
            at = next.get();
        }
        return left.isZero() ? Optional.of(at) : Optional.empty();
    }

    /** Whether it is open then, why, and until when. */
    public Opening at(Instant at) {
        LocalDateTime reading = reading(at);
        Instant next = nextChange(at).orElse(null);
        Optional<Dated> opening = local.opening(reading);
        if (opening.isPresent()) {
            boolean ordinary = opening.get().part().isOrdinary();
            return answer(true, ordinary ? Reason.HOURS : Reason.SPECIAL_OPENING, opening.get(), next);
        }
        DayPlan day = local.day(reading.toLocalDate());
        Optional<Dated> closure = local.closure(reading);
        if (closure.isPresent()) return answer(false, Reason.CLOSURE, closure.get(), next);
        var holiday = day.closed() != null ? day.closed() : day.special();
        return new Opening(
                false,
                day.closed() != null ? Reason.HOLIDAY : Reason.OUTSIDE_HOURS,
                day.by(),
                holiday == null ? null : holiday.name(),
                reading.toLocalDate(),
                null,
                zone,
                next);
    }

    private Opening answer(boolean open, Reason reason, Dated by, Instant next) {
        String holiday = by.part().isOrdinary() ? null : by.part().holiday().name();
        return new Opening(
                open, reason, by.part().by(), holiday, by.date(), by.part().span(), zone, next);
    }

    /** The latest time that the local clock has shown up to then: a clock that is set back counts only from where it was before. */
    private LocalDateTime reading(Instant at) {
        ZoneOffsetTransition past = rules.previousTransition(at.plusNanos(1));
        LocalDateTime now = LocalDateTime.ofInstant(at, rules.getOffset(at));
        // just before: the time at which it was set back was never shown
        if (past != null && past.isOverlap() && now.isBefore(past.getDateTimeBefore()))
            return past.getDateTimeBefore().minusNanos(1);
        return now;
    }

    /** The first moment at which the local clock shows that time or has passed it. */
    private Instant first(LocalDateTime time) {
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        return offsets.isEmpty() ? rules.getTransition(time).getInstant() : time.toInstant(offsets.get(0));
    }
}
