package dev.parley.routing.persistence;

import dev.parley.routing.Background;
import dev.parley.routing.Refusals;
import dev.parley.routing.Strategy;
import dev.parley.routing.persistence.WaitingLine.Item;
import dev.parley.shared.Moments;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** All that a decision asks of the past, for many conversations by one query. */
@Dependent
public class Briefings {
    private static final String NOTHING = "cast(null as timestamp with time zone)";

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    private record Pair(long of, long agent) {}

    /** What is known of some conversations, their departments and the agents who can be reached. */
    public static final class Briefing implements Background {
        private final Map<Long, Set<Long>> members = new HashMap<>();
        private final Map<Pair, Refusals> refusals = new HashMap<>();
        private final Map<Pair, Long> turns = new HashMap<>();
        private final Map<Long, Long> lastAgents = new HashMap<>();

        private Briefing() {}

        @Override
        public Set<Long> members(long departmentId) {
            return members.getOrDefault(departmentId, Set.of());
        }

        @Override
        public Refusals refusals(long conversationId, long accountId) {
            return refusals.getOrDefault(new Pair(conversationId, accountId), Refusals.NONE);
        }

        @Override
        public long lastTurn(long departmentId, long accountId) {
            return turns.getOrDefault(new Pair(departmentId, accountId), 0L);
        }

        @Override
        public Long lastAgent(long conversationId) {
            return lastAgents.get(conversationId);
        }

        private void take(char kind, long of, long agent, long number, Instant at) {
            switch (kind) {
                case 'm' -> members.computeIfAbsent(of, id -> new HashSet<>()).add(agent);
                case 'r' -> refusals.put(new Pair(of, agent), new Refusals((int) number, at));
                case 't' -> turns.put(new Pair(of, agent), number);
                case 'l' -> lastAgents.put(of, agent);
                default -> throw new IllegalArgumentException("no such kind: " + kind);
            }
        }
    }

    /** @param agents the reachable ones, whatever their departments */
    @SuppressWarnings("unchecked")
    public Briefing of(List<Item> items, Collection<Long> agents, Instant now) {
        var briefing = new Briefing();
        if (items.isEmpty() || agents.isEmpty()) return briefing;
        var keys = new KeyList(1);
        List<Object[]> rows = keys.in(
                        em.createNativeQuery(String.join(" union all ", questions(items, keys.of(agents), now, keys))))
                .getResultList();
        for (Object[] row : rows) {
            if (row[2] == null) continue;
            briefing.take(
                    row[0].toString().charAt(0),
                    ((Number) row[1]).longValue(),
                    ((Number) row[2]).longValue(),
                    ((Number) row[3]).longValue(),
                    Moments.ofColumn(row[4]));
        }
        return briefing;
    }

    /** Only what these conversations need: mostly the first two. */
    private static List<String> questions(List<Item> items, String agents, Instant now, KeyList keys) {
        List<String> questions = new ArrayList<>();
        questions.add("select 'm' as kind, m.department_id as it, m.account_id as agent, 0 as n, " + NOTHING
                + " as at from department_member m where m.department_id in (" + list(keys, items, Item::departmentId)
                + ") and m.account_id in (" + agents + ")");
        questions.add("select 'r', o.conversation_id, o.account_id, count(*), max(o.ended_at) from offer o"
                + " where o.conversation_id in (" + list(keys, items, Item::id)
                + ") and o.outcome in ('declined', 'missed') group by o.conversation_id, o.account_id");
        List<Item> inTurn = items.stream()
                .filter(item -> item.rules().strategy() == Strategy.ROUND_ROBIN)
                .toList();
        if (!inTurn.isEmpty()) {
            questions.add("select 't', t.department_id, t.account_id, t.turn, " + NOTHING
                    + " from department_turn t where t.department_id in (" + list(keys, inTurn, Item::departmentId)
                    + ") and t.account_id in (" + agents + ")");
        }
        List<Item> kept = items.stream()
                .filter(item -> item.rules().keepsForLastAgent(item.waited(now)))
                .toList();
        if (!kept.isEmpty()) {
            // who closed it had it: a conversation that is opened again counts like an earlier one
            questions.add("select 'l', c.id, (select e.agent_id from conversation_event e"
                    + " join conversation p on p.id = e.conversation_id where p.visitor_id = c.visitor_id"
                    + " and e.type = 'closed' and e.agent_id is not null order by e.at desc, e.id desc limit 1), 0, "
                    + NOTHING + " from conversation c where c.id in (" + list(keys, kept, Item::id) + ")");
        }
        return questions;
    }

    private static String list(KeyList keys, Collection<Item> items, Function<Item, Long> key) {
        return keys.of(items.stream().map(key).toList());
    }
}
