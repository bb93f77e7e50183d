package dev.parley.routing.replay;

import dev.parley.routing.Background;
import dev.parley.routing.Candidate;
import dev.parley.routing.Choosing;
import dev.parley.routing.Choosing.Chosen;
import dev.parley.routing.Refusals;
import dev.parley.routing.RoutingRules;
import dev.parley.routing.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What waits in a replay, who could take it, and all that the choice goes by; it changes nothing but whose turn it was. */
final class ReplayQueue {
    private final Map<Long, ReplayedChat> chats;
    private final Map<Long, ReplayedPerson> people;
    private final Map<Long, Set<Long>> members;
    private final Map<Long, Map<Long, Long>> turns = new HashMap<>();
    private final Map<String, Long> lastAgents;
    private final Map<Long, ReplayedChat> waiting = new TreeMap<>();
    private long turn;

    ReplayQueue(RecordedDay day, Map<Long, ReplayedChat> chats, Map<Long, ReplayedPerson> people) {
        this.chats = chats;
        this.people = people;
        members = day.members();
        lastAgents = new HashMap<>(day.lastAgents());
        day.turns().forEach((department, each) -> turns.put(department, new HashMap<>(each)));
        turn = day.turns().values().stream()
                .flatMap(each -> each.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** What should be offered next as things stand. */
    Optional<Chosen<ReplayedChat>> next(Instant now) {
        if (waiting.isEmpty()) return Optional.empty();
        Set<Long> free = people.values().stream()
                .filter(ReplayedPerson::isFree)
                .map(ReplayedPerson::id)
                .collect(Collectors.toSet());
        if (free.isEmpty()) return Optional.empty();
        Map<Long, Candidate> present = people.values().stream()
                .filter(agent -> agent.model.state().reachable())
                .collect(Collectors.toMap(ReplayedPerson::id, ReplayedPerson::candidate));
        List<ReplayedChat> line = unasked()
                .filter(chat -> of(chat.departmentId()).stream().anyMatch(free::contains))
                .sorted(ReplayedChat.ORDER)
                .toList();
        return Choosing.first(line, present, background(present.keySet()), now);
    }

    private Stream<ReplayedChat> unasked() {
        return waiting.values().stream()
                .filter(chat -> chat.offers.isEmpty() && chat.rules().strategy() != Strategy.MANUAL);
    }

    private Set<Long> of(long department) {
        return members.getOrDefault(department, Set.of());
    }

    private Background background(Collection<Long> present) {
        return new Background() {
            @Override
            public Set<Long> members(long departmentId) {
                return of(departmentId).stream().filter(present::contains).collect(Collectors.toSet());
            }

            @Override
            public Refusals refusals(long conversationId, long accountId) {
                return chats.get(conversationId).refusals(accountId);
            }

            @Override
            public long lastTurn(long departmentId, long accountId) {
                return turns.getOrDefault(departmentId, Map.of()).getOrDefault(accountId, 0L);
            }

            @Override
            public Long lastAgent(long conversationId) {
                return lastAgents.get(chats.get(conversationId).visitor());
            }
        };
    }

    /** The next moment at which something that waits may be offered only because time passes; null where there is none, or nobody has room. */
    Instant nextChange(Instant now) {
        if (waiting.isEmpty() || people.values().stream().noneMatch(ReplayedPerson::isFree)) return null;
        return unasked()
                .flatMap(ReplayQueue::changes)
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Stream<Instant> changes(ReplayedChat chat) {
        RoutingRules rules = chat.rules();
        Stream<Instant> relaxed = Stream.of(rules.lastAgent(), rules.relaxSkills(), rules.relaxLanguage())
                .distinct()
                .map(chat.waitingSince()::plus);
        Duration pause = rules.offerTime();
        Stream<Instant> rested = chat.refusedAt().map(at -> at.plus(pause));
        return Stream.concat(relaxed, rested);
    }

    void add(ReplayedChat chat) {
        waiting.put(chat.id(), chat);
    }

    void remove(ReplayedChat chat) {
        waiting.remove(chat.id());
    }

    Collection<ReplayedChat> left() {
        return waiting.values();
    }

    /** It was the agent's turn. */
    void taken(long department, long agent) {
        turns.computeIfAbsent(department, key -> new HashMap<>()).put(agent, ++turn);
    }

    /** The agent had the visitor last. */
    void had(String visitor, long agent) {
        lastAgents.put(visitor, agent);
    }
}
