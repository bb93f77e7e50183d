package dev.parley.sla.persistence;

import dev.parley.conversation.Priority;
import dev.parley.shared.Json;
import dev.parley.shared.Moments;
import dev.parley.sla.Measure;
import dev.parley.sla.domain.RunningClocks.Clock;
import dev.parley.sla.domain.RunningClocks.Happening;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The clocks of conversations, and up to where they were computed. */
@Dependent
public class ClockTable {
    /** Rows of one conversation that are read at once; the next round goes on behind them. */
    public static final int MOST_ROWS = 2_000;

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** A conversation whose clocks have to be computed, and where it was then. */
    public record Place(long conversationId, long companyId, long departmentId, long siteId) {}

    /** A conversation as it stands, its head locked. @param closedAt null while it has not ended */
    public record Standing(
            long lastSeq, long epoch, long departmentId, int level, Instant openedAt, Long agentId, Instant closedAt) {
        public Priority priority() {
            return Priority.of(level);
        }
    }

    /** Up to where, and by what, clocks were computed. @param level of the priority */
    public record Seen(long seq, long epoch, boolean answered, int level, String mark) {}

    /** A clock and what is promised; the last three are null where nothing is. */
    public record Timed(Clock clock, Integer minutes, Instant dueAt, Instant warnAt) {}

    /** Something that happened in a conversation; {@code what} is null for what moves no clock. */
    public record Line(long seq, Happening what, Instant at) {}

    /** Conversations of the department that are not over and in which something has happened since, or other targets or hours hold. */
    public List<Place> stale(long companyId, long departmentId, String mark, int limit) {
        return places("""
                select c.id, c.company_id, c.department_id, c.site_id
                  from conversation c join conversation_head h on h.conversation_id = c.id
                       left join target_seen s on s.conversation_id = c.id
                 where c.company_id = ?1 and c.department_id = ?2 and c.status in ('waiting', 'open', 'snoozed')
                   and (s.conversation_id is null or s.seq <> h.last_seq or s.epoch <> h.epoch or s.priority <> c.priority
                        or s.mark <> ?3)
                 order by c.id
                """, limit, companyId, departmentId, mark);
    }

    /** Conversations with clocks that are over, or in a department that promises nothing. */
    public List<Place> over(int limit) {
        return places("""
                select c.id, c.company_id, c.department_id, c.site_id
                  from target_seen s join conversation c on c.id = s.conversation_id
                 where c.status = 'closed' or not exists (select 1 from department_target t where t.department_id = c.department_id)
                 order by c.id
                """, limit);
    }

    /** Conversations in which a clock has run out that nobody was told of. */
    public List<Place> due(Instant now, int limit) {
        return places("""
                select c.id, c.company_id, c.department_id, c.site_id
                  from conversation c
                 where c.id in (select k.conversation_id from target_clock k
                                 where k.ended_at is null and k.missed_at is null and k.due_at <= ?1)
                 order by c.id
                """, limit, Moments.toColumn(now));
    }

    /** The conversation, its head locked to the end of the transaction; empty if there is none. */
    public Optional<Standing> lock(long conversationId) {
        List<Object[]> heads = rows(
                "select last_seq, epoch from conversation_head where conversation_id = ?1 for update", conversationId);
        if (heads.isEmpty()) return Optional.empty();
        Object[] c = rows(
                        "select department_id, priority, opened_at, agent_id, closed_at from conversation where id = ?1",
                        conversationId)
                .get(0);
        return Optional.of(new Standing(
                number(heads.get(0)[0]),
                number(heads.get(0)[1]),
                number(c[0]),
                (int) number(c[1]),
                Moments.ofColumn(c[2]),
                c[3] == null ? null : number(c[3]),
                Moments.ofColumn(c[4])));
    }

    public Optional<Seen> seen(long conversationId) {
        return rows(
                        "select seq, epoch, answered, priority, mark from target_seen where conversation_id = ?1",
                        conversationId)
                .stream()
                .findFirst()
                .map(row -> new Seen(
                        number(row[0]), number(row[1]), (Boolean) row[2], (int) number(row[3]), (String) row[4]));
    }

    /** Those that run. */
    public List<Timed> running(long conversationId) {
        return rows("""
                        select measure, begun_at, minutes, due_at, warn_at from target_clock
                         where conversation_id = ?1 and ended_at is null order by due_at
                        """, conversationId).stream()
                .map(row -> new Timed(
                        new Clock(Measure.of((String) row[0]), Moments.ofColumn(row[1]), null),
                        row[2] == null ? null : (int) number(row[2]),
                        Moments.ofColumn(row[3]),
                        Moments.ofColumn(row[4])))
                .toList();
    }

    /** What happened behind {@code seq}, in its order; at most {@value #MOST_ROWS}. */
    public List<Line> lines(long conversationId, long seq) {
        return rows("""
                        select seq, kind, author_kind, at, extra from message
                         where conversation_id = ?1 and seq > ?2 order by seq
                        """, conversationId, seq).stream()
                .map(row -> new Line(number(row[0]), happening(row), Moments.ofColumn(row[3])))
                .toList();
    }

    private static Happening happening(Object[] row) {
        return switch ((String) row[1]) {
            case "text", "file", "voice" ->
                row[2].equals("visitor") ? Happening.ASKED : row[2].equals("agent") ? Happening.ANSWERED : null;
            case "event" ->
                switch (event((String) row[4])) {
                    case "closed" -> Happening.CLOSED;
                    case "reopened" -> Happening.REOPENED;
                    default -> null;
                };
            default -> null;
        };
    }

    private static String event(String extra) {
        try (var reader = Json.createReader(new StringReader(extra))) {
            return reader.readObject().getJsonObject("event").getString("type", "");
        }
    }

    /** From now on the conversation is computed up to here. */
    public void see(Place place, Seen seen) {
        forget(place.conversationId());
        execute(
                """
                insert into target_seen (conversation_id, company_id, seq, epoch, answered, priority, mark)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                """,
                place.conversationId(),
                place.companyId(),
                seen.seq(),
                seen.epoch(),
                seen.answered(),
                seen.level(),
                seen.mark());
    }

    /** As if it had never been computed. */
    public void forget(long conversationId) {
        execute("delete from target_seen where conversation_id = ?1", conversationId);
    }

    /** Puts a clock in place of what is known of it. @param missedAt when its end was passed, or null */
    public void keep(Place place, Priority priority, Timed timed, Instant missedAt) {
        drop(place.conversationId(), timed.clock());
        execute(
                """
                insert into target_clock (conversation_id, measure, begun_at, company_id, department_id, priority, minutes, due_at, warn_at,
                  ended_at, missed_at)
                values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as integer), cast(?8 as timestamp with time zone),
                  cast(?9 as timestamp with time zone), cast(?10 as timestamp with time zone), cast(?11 as timestamp with time zone))
                """,
                place.conversationId(),
                timed.clock().measure().wire(),
                Moments.toColumn(timed.clock().begunAt()),
                place.companyId(),
                place.departmentId(),
                priority.level(),
                timed.minutes(),
                column(timed.dueAt()),
                column(timed.warnAt()),
                column(timed.clock().endedAt()),
                column(missedAt));
    }

    /** Takes a clock out. */
    public void drop(long conversationId, Clock clock) {
        execute(
                "delete from target_clock where conversation_id = ?1 and measure = ?2 and begun_at = ?3",
                conversationId,
                clock.measure().wire(),
                Moments.toColumn(clock.begunAt()));
    }

    /** When the passing of a running clock's end was noticed; null where it was not. */
    public Instant missedAt(long conversationId, Clock clock) {
        return rows(
                        "select missed_at, 1 from target_clock where conversation_id = ?1 and measure = ?2 and begun_at = ?3",
                        conversationId,
                        clock.measure().wire(),
                        Moments.toColumn(clock.begunAt()))
                .stream()
                .map(row -> Moments.ofColumn(row[0]))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Object column(Instant at) {
        return at == null ? null : Moments.toColumn(at);
    }

    private List<Place> places(String sql, int limit, Object... parameters) {
        return atMost(limit, sql, parameters).stream()
                .map(row -> new Place(number(row[0]), number(row[1]), number(row[2]), number(row[3])))
                .toList();
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        return atMost(MOST_ROWS, sql, parameters);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> atMost(int limit, String sql, Object... parameters) {
        return bound(sql, parameters).setMaxResults(limit).getResultList();
    }

    private void execute(String sql, Object... parameters) {
        bound(sql, parameters).executeUpdate();
    }

    private Query bound(String sql, Object... parameters) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        return query;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
