package dev.parley.routing.replay;

import dev.parley.agent.AgentModel;
import dev.parley.agent.Presence;
import dev.parley.routing.Abilities;
import dev.parley.routing.OfferOutcome;
import dev.parley.routing.RoutingRules;
import dev.parley.routing.SkillSet;
import dev.parley.routing.replay.Chronicle.Entry;
import dev.parley.routing.replay.Chronicle.Opening;
import dev.parley.routing.replay.RecordedDay.Chat;
import dev.parley.routing.replay.RecordedDay.Offered;
import dev.parley.routing.replay.RecordedDay.Person;
import dev.parley.routing.replay.RecordedDay.SetAway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A day of one department, told in seconds since ten o'clock. */
final class DayScene {
    static final long SUPPORT = 1;
    static final Instant TEN = Instant.parse("2026-11-25T10:00:00Z");
    private static final Instant FROM = Instant.parse("2026-11-25T00:00:00Z");

    private final Map<Long, RoutingRules> rules = new HashMap<>();
    private final List<Person> people = new ArrayList<>();
    private final Set<Long> members = new HashSet<>();
    private final Map<String, Long> lastAgents = new HashMap<>();
    private final List<Opening> openings = new ArrayList<>();
    private final Map<Long, List<Entry>> entries = new HashMap<>();
    private final List<Offered> offers = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final List<SetAway> setAway = new ArrayList<>();

    static Instant at(double seconds) {
        return TEN.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    DayScene rules(RoutingRules of) {
        rules.put(SUPPORT, of);
        return this;
    }

    /** Available from the beginning. @param idle seconds at ten */
    DayScene agent(long key, int capacity, int idle) {
        people.add(new Person(
                key, Abilities.NONE, () -> new AgentModel(key, Presence.AVAILABLE, true, capacity, at(-idle), 0)));
        members.add(key);
        return this;
    }

    DayScene had(String visitor, long agent) {
        lastAgents.put(visitor, agent);
        return this;
    }

    DayScene chat(long key, double second) {
        return chat(key, "visitor " + key, second, null);
    }

    DayScene chat(long key, String visitor, double second, Double due) {
        openings.add(
                new Opening(key, visitor, SkillSet.NONE, null, at(second), SUPPORT, 0, due == null ? null : at(due)));
        return this;
    }

    /** It was offered to the agent, who accepted. */
    DayScene accepted(long chat, long agent, double second, double taken) {
        offer(chat, agent, second, taken, OfferOutcome.ACCEPTED);
        return joined(chat, agent, taken);
    }

    DayScene offer(long chat, long agent, double second, double ended, OfferOutcome outcome) {
        offers.add(new Offered(chat, agent, at(second), at(second + 30), at(ended), outcome));
        return this;
    }

    DayScene joined(long chat, long agent, double second) {
        return log(chat, second, "joined", false, agent, false);
    }

    DayScene closed(long chat, Long agent, double second) {
        return log(chat, second, "closed", false, agent, false);
    }

    /** Given back, since the agent's connection was lost. */
    DayScene lost(long chat, long agent, double second) {
        happenings.add(new Happening.Lost(at(second), agent));
        return log(chat, second, "requeued", true, agent, true);
    }

    DayScene happens(Happening happening) {
        happenings.add(happening);
        return this;
    }

    DayScene setAway(long agent, double second, Duration away) {
        setAway.add(new SetAway(agent, at(second), away));
        return this;
    }

    private DayScene log(long chat, double second, String type, boolean waits, Long agent, boolean lost) {
        entries.computeIfAbsent(chat, key -> new ArrayList<>())
                .add(new Entry(at(second), type, waits, agent, SUPPORT, false, lost, null));
        return this;
    }

    RecordedDay day() {
        List<Happening> all = new ArrayList<>(happenings);
        List<Chat> chats = new ArrayList<>();
        for (Opening opening : openings) {
            var read = Chronicle.read(
                    FROM,
                    opening,
                    entries.getOrDefault(opening.chat(), List.of()),
                    offers.stream()
                            .filter(offer -> offer.chat() == opening.chat())
                            .toList());
            chats.add(read.chat());
            all.addAll(read.happenings());
        }
        all.sort(Comparator.comparing(Happening::at));
        return new RecordedDay(
                FROM,
                FROM.plus(Duration.ofDays(1)),
                chats,
                people,
                rules,
                Map.of(SUPPORT, members),
                Map.of(),
                lastAgents,
                all,
                offers,
                setAway);
    }
}
