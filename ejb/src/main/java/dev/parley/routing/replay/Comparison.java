package dev.parley.routing.replay;

import dev.parley.routing.OfferOutcome;
import dev.parley.routing.replay.RecordedDay.Stay;
import dev.parley.routing.replay.RecordedDay.Take;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A department's day as it was and as it would have been. It counts what came to wait in the department on that day, whoever answered it in
 * the end.
 *
 * @param fact as it was
 * @param other as it would have been
 * @param moved what would have been answered first by somebody else, in the order in which it came
 */
public record Comparison(Totals fact, Totals other, List<Moved> moved) {
    /**
     * One way that the day went.
     *
     * @param came to wait
     * @param answered of these, before the day was over
     * @param median wait of those who were answered, or null where nobody was
     * @param ninety of a hundred waited no longer, likewise
     * @param longest wait of all, also of those who were not answered: till they went or the day was over; null where nobody came
     * @param promised to how many an answer was promised until some time
     * @param kept of these, answered by then
     * @param missed offers that nobody answered
     * @param byAgent how many each got first
     */
    public record Totals(
            int came,
            int answered,
            Duration median,
            Duration ninety,
            Duration longest,
            int promised,
            int kept,
            int missed,
            Map<Long, Integer> byAgent) {}

    /** @param factAgent null where nobody answered, as {@code otherAgent}; then the wait is till it went or the day was over */
    public record Moved(
            long chat, Instant since, Long factAgent, Duration factWait, Long otherAgent, Duration otherWait) {}

    private record Key(long chat, int stay) {}

    private record Way(Map<Key, Take> first, List<Long> missed) {
        static Way of(List<Take> takes, List<Long> missed) {
            Map<Key, Take> first = new HashMap<>();
            for (Take take : takes) first.putIfAbsent(new Key(take.chat(), take.stay()), take);
            return new Way(first, missed);
        }
    }

    private record Came(Key key, Stay stay, Instant end) {
        Duration waited(Take take) {
            Instant until = take != null ? take.at() : stay.gone() != null ? stay.gone() : end;
            return Duration.between(stay.since(), until);
        }

        boolean kept(Take take) {
            return take != null && !take.at().isAfter(stay.due());
        }
    }

    /** Of the department with that key. */
    public static Comparison of(RecordedDay day, RoutingReplay.Result result, long department) {
        List<Came> came = came(day, department);
        Way fact = fact(day);
        Way other = Way.of(result.takes(), result.missed());
        List<Moved> moved = new ArrayList<>();
        for (Came one : came) {
            Take was = fact.first.get(one.key);
            Take would = other.first.get(one.key);
            if (Objects.equals(agent(was), agent(would))) continue;
            moved.add(new Moved(
                    one.key.chat, one.stay.since(), agent(was), one.waited(was), agent(would), one.waited(would)));
        }
        return new Comparison(totals(came, fact), totals(came, other), List.copyOf(moved));
    }

    private static Long agent(Take take) {
        return take == null ? null : Long.valueOf(take.agent());
    }

    private static List<Came> came(RecordedDay day, long department) {
        List<Came> came = new ArrayList<>();
        for (RecordedDay.Chat chat : day.chats()) {
            for (int i = 0; i < chat.stays().size(); i++) {
                Stay stay = chat.stays().get(i);
                if (stay.department() != department || stay.since().isBefore(day.from())) continue;
                came.add(new Came(new Key(chat.id(), i), stay, day.to()));
            }
        }
        came.sort((a, b) -> a.stay.since().compareTo(b.stay.since()));
        return came;
    }

    private static Way fact(RecordedDay day) {
        List<Take> takes = day.chats().stream()
                .flatMap(chat -> chat.stays().stream())
                .flatMap(stay -> stay.takes().stream())
                .toList();
        List<Long> missed = day.offers().stream()
                .filter(offer -> offer.outcome() == OfferOutcome.MISSED)
                .filter(offer -> !offer.ended().isBefore(day.from()))
                .map(RecordedDay.Offered::chat)
                .toList();
        return Way.of(takes, missed);
    }

    private static Totals totals(List<Came> came, Way way) {
        List<Duration> waits = new ArrayList<>();
        Map<Long, Integer> byAgent = new TreeMap<>();
        for (Came one : came) {
            Take take = way.first.get(one.key);
            if (take == null) continue;
            waits.add(one.waited(take));
            byAgent.merge(take.agent(), 1, Integer::sum);
        }
        List<Came> promised =
                came.stream().filter(one -> one.stay.due() != null).toList();
        Set<Long> chats = came.stream().map(one -> one.key.chat).collect(Collectors.toSet());
        return new Totals(
                came.size(),
                waits.size(),
                Figures.middle(waits).orElse(null),
                Figures.part(waits, 90).orElse(null),
                came.stream()
                        .map(one -> one.waited(way.first.get(one.key)))
                        .max(Duration::compareTo)
                        .orElse(null),
                promised.size(),
                (int) promised.stream()
                        .filter(one -> one.kept(way.first.get(one.key)))
                        .count(),
                (int) way.missed.stream().filter(chats::contains).count(),
                byAgent);
    }
}
