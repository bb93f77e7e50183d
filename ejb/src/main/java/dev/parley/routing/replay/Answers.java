package dev.parley.routing.replay;

import dev.parley.routing.OfferOutcome;
import dev.parley.routing.replay.RecordedDay.Offered;
import dev.parley.routing.replay.RecordedDay.SetAway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What agents say to offers. To the one that they were made in fact they say what they said, after the same time; to another what they said to
 * the offer that was made to them nearest in time; where they were made none that day they accept it after the time that is usual. What ended
 * before they said anything they answer no sooner than that.
 */
final class Answers {
    /** Where nobody accepted anything all day long. */
    static final Duration USUAL = Duration.ofSeconds(10);

    /** How long an agent is away for not answering, where nobody was that day. */
    static final Duration ABSENCE = Duration.ofMinutes(5);

    private static final Duration NEAR = Duration.ofSeconds(2);
    private static final Duration NEXT = Duration.ofMillis(1);

    private record Pair(long chat, long agent) {}

    /** @param outcome accepted, declined or missed: then nothing is said */
    record Answer(OfferOutcome outcome, Duration after) {}

    private final Map<Pair, List<Offered>> made = new HashMap<>();
    private final Map<Long, NavigableMap<Instant, Answer>> said = new HashMap<>();
    private final Map<Pair, Integer> times = new HashMap<>();
    private final List<SetAway> setAway;
    private final Duration usual;
    private final Instant end;

    Answers(RecordedDay day) {
        end = day.to();
        setAway = day.setAway();
        List<Duration> accepted = new ArrayList<>();
        for (Offered offer : day.offers()) {
            made.computeIfAbsent(new Pair(offer.chat(), offer.agent()), pair -> new ArrayList<>())
                    .add(offer);
            if (offer.outcome() == null || !isAnswer(offer.outcome())) continue;
            said.computeIfAbsent(offer.agent(), agent -> new TreeMap<>())
                    .put(offer.at(), new Answer(offer.outcome(), offer.lasted()));
            if (offer.outcome() == OfferOutcome.ACCEPTED) accepted.add(offer.lasted());
        }
        usual = Figures.middle(accepted).orElse(USUAL);
    }

    private static boolean isAnswer(OfferOutcome outcome) {
        return outcome == OfferOutcome.ACCEPTED || outcome == OfferOutcome.DECLINED || outcome == OfferOutcome.MISSED;
    }

    /** Before the day this was made already. */
    void skip(Offered offer) {
        times.merge(new Pair(offer.chat(), offer.agent()), 1, Integer::sum);
    }

    /** What the agent says to the next offer of that conversation, made at {@code at}. */
    Answer next(long chat, long agent, Instant at) {
        var pair = new Pair(chat, agent);
        int time = times.merge(pair, 1, Integer::sum) - 1;
        List<Offered> known = made.getOrDefault(pair, List.of());
        return time < known.size() ? as(known.get(time)) : usual(agent, at);
    }

    /** As it was said, or, where it was not, as it may have been meant. */
    Answer as(Offered offer) {
        if (offer.outcome() != null && isAnswer(offer.outcome())) return new Answer(offer.outcome(), offer.lasted());
        Answer meant = usual(offer.agent(), offer.at());
        Duration silent = Duration.between(offer.at(), offer.ended() == null ? end : offer.ended());
        return meant.after().compareTo(silent) > 0 ? meant : new Answer(meant.outcome(), silent.plus(NEXT));
    }

    /**
     * After how long an agent who is set away now for not answering comes back; empty for one who was set away then in fact: the record says
     * when that one came.
     */
    Optional<Duration> comesBack(long agent, Instant now) {
        boolean inFact = setAway.stream()
                .anyMatch(one -> one.agent() == agent
                        && Duration.between(one.at(), now).abs().compareTo(NEAR) <= 0);
        if (inFact) return Optional.empty();
        Optional<Duration> own = Figures.middle(absences(one -> one.agent() == agent));
        return Optional.of(own.or(() -> Figures.middle(absences(one -> true))).orElse(ABSENCE));
    }

    private List<Duration> absences(Predicate<SetAway> which) {
        return setAway.stream()
                .filter(which)
                .map(SetAway::away)
                .filter(Objects::nonNull)
                .toList();
    }

    private Answer usual(long agent, Instant at) {
        NavigableMap<Instant, Answer> own = said.get(agent);
        if (own == null) return new Answer(OfferOutcome.ACCEPTED, usual);
        var before = own.floorEntry(at);
        var after = own.ceilingEntry(at);
        if (before == null) return after.getValue();
        if (after == null) return before.getValue();
        return List.of(before, after).stream()
                .min(Comparator.comparing(
                        entry -> Duration.between(entry.getKey(), at).abs()))
                .orElseThrow()
                .getValue();
    }
}
