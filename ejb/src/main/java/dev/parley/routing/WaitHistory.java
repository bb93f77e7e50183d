package dev.parley.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a department's queue has moved lately, and what that says about a wait to come. Plain, so that it can be simulated.
 *
 * <p>Pauses of the last {@link #RECENT} count where there are enough of them, since they know how many are here today and how talkative
 * visitors are; else those of the same hour of other days, one before and one after included; else all of the last {@link #KEPT}. With
 * fewer than {@link #ENOUGH} nothing is said at all. A pause of more than {@link #STANDSTILL} is none: nobody was there, as at night; and
 * while it lasts nothing is said.
 */
public final class WaitHistory {
    /** How far back anything counts. */
    public static final Duration KEPT = Duration.ofDays(28);

    /** Rows that are looked at, the latest. */
    public static final int MOST = 400;

    static final Duration RECENT = Duration.ofHours(2);

    static final Duration STANDSTILL = Duration.ofHours(1);

    /** Fewer pauses say too little. */
    static final int ENOUGH = 8;

    /** So many pauses that are as unlike as exponential ones are taken to have been seen before. */
    private static final int PRIOR = 10;

    private static final double ALIKE = 0.3;
    private static final double UNLIKE = 2.5;
    private static final int HOURS_AROUND = 1;
    private static final int DAY = 24;

    /** The tenth part at either end of the waits of those who found somebody free is left out. */
    private static final double TAIL = (1 - WaitRange.CONFIDENCE) / 2;

    private final List<Stay> stays;
    private final List<Pause> pauses = new ArrayList<>();

    /**
     * Somebody's time in the queue.
     *
     * @param free whether an agent had room when it began
     * @param until when an agent took it; null where none has. Who gives up lets only those behind move on, and does not count
     */
    public record Stay(Instant from, boolean free, Instant until) {}

    /** Somebody waited, nobody was free, and then the queue moved. */
    private record Pause(Instant until, Duration length) {}

    /** @param stays in any order, at most {@value #MOST} of them are of use */
    public WaitHistory(List<Stay> stays) {
        this.stays = stays.stream()
                .filter(stay -> stay.until() != null)
                .sorted(Comparator.comparing(Stay::until))
                .toList();
        Instant last = null;
        for (Stay stay : this.stays) {
            Instant since = last == null || last.isBefore(stay.from()) ? stay.from() : last;
            // who came to a free agent waited for nobody's end
            Duration length = between(since, stay.until());
            boolean moved = !stay.free() || since.equals(last);
            if (moved && length.compareTo(STANDSTILL) < 0) pauses.add(new Pause(stay.until(), length));
            last = stay.until();
        }
    }

    /**
     * What can be said of a wait that goes on.
     *
     * @param place 1 is next
     * @param free agents who have room for one of those who wait
     * @param waitingSince since when the one at the head of the queue has been there
     * @return nothing where too little is known
     */
    public Optional<WaitRange> expect(int place, int free, Instant waitingSince, Instant now) {
        if (place <= free) return answered(now);
        int behind = Math.max(1, place - free);
        Duration running = running(free, waitingSince, now);
        if (running.compareTo(STANDSTILL) >= 0) return Optional.empty();
        for (List<Pause> some : List.of(since(now.minus(RECENT)), aroundThisHour(now), since(now.minus(KEPT)))) {
            if (some.size() < ENOUGH) continue;
            Duration exposure = some.stream().map(Pause::length).reduce(Duration.ZERO, Duration::plus);
            double unlikeness = unlikeness(some, exposure);
            // the pause that lasts counts too: one much longer than the others says that it goes slower now
            return Optional.of(WaitRange.of(behind, some.size(), exposure.plus(running), unlikeness));
        }
        return Optional.empty();
    }

    /** The pauses' squared coefficient of variation; few of them say little of it, and are taken for exponential ones. */
    private static double unlikeness(List<Pause> some, Duration exposure) {
        double mean = exposure.toMillis() / (double) some.size();
        if (mean == 0) return 1;
        double squares = some.stream()
                .mapToDouble(pause -> Math.pow(pause.length().toMillis() / mean - 1, 2))
                .sum();
        double found = (squares + PRIOR) / (some.size() + PRIOR);
        return Math.max(ALIKE, Math.min(UNLIKE, found));
    }

    private Duration running(int free, Instant waitingSince, Instant now) {
        if (free > 0 || waitingSince == null) return Duration.ZERO;
        Instant last =
                stays.isEmpty() ? waitingSince : stays.get(stays.size() - 1).until();
        return between(last.isBefore(waitingSince) ? waitingSince : last, now);
    }

    /** How long it takes until somebody who is free has answered: what lies between the tenths at both ends. */
    private Optional<WaitRange> answered(Instant now) {
        List<Duration> waits = stays.stream()
                .filter(Stay::free)
                .filter(stay -> stay.until().isAfter(now.minus(KEPT)))
                .map(stay -> between(stay.from(), stay.until()))
                .sorted()
                .toList();
        if (waits.size() < ENOUGH) return Optional.empty();
        return Optional.of(new WaitRange(at(waits, TAIL), at(waits, 1 - TAIL)));
    }

    /** The quantile for a value that is to come: n values leave n + 1 gaps for it. */
    private static Duration at(List<Duration> sorted, double part) {
        double place = part * (sorted.size() + 1) - 1;
        int below = (int) Math.max(0, Math.min(sorted.size() - 1, Math.floor(place)));
        int above = Math.min(sorted.size() - 1, below + 1);
        double share = Math.max(0, Math.min(1, place - below));
        Duration low = sorted.get(below);
        return low.plusMillis(Math.round(sorted.get(above).minus(low).toMillis() * share));
    }

    private List<Pause> since(Instant from) {
        return only(pause -> pause.until().isAfter(from));
    }

    private List<Pause> aroundThisHour(Instant now) {
        long hour = hour(now);
        return only(pause -> {
            long apart = Math.floorMod(hour(pause.until()) - hour, DAY);
            return pause.until().isAfter(now.minus(KEPT)) && Math.min(apart, DAY - apart) <= HOURS_AROUND;
        });
    }

    /** Of the day by UTC: only whether two are the same matters. */
    private static long hour(Instant at) {
        return Math.floorMod(at.getEpochSecond() / Duration.ofHours(1).toSeconds(), DAY);
    }

    private List<Pause> only(Predicate<Pause> which) {
        return pauses.stream().filter(which).toList();
    }

    private static Duration between(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }
}
