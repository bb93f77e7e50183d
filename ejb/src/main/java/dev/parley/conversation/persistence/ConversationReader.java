package dev.parley.conversation.persistence;

import dev.parley.conversation.ConversationFilter;
import dev.parley.conversation.ConversationStatus;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.ConversationView.Agent;
import dev.parley.conversation.ConversationView.Named;
import dev.parley.conversation.Priority;
import dev.parley.conversation.Standing;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads conversations as lists show them and as decisions need them. Every question names the company. */
@ApplicationScoped
public class ConversationReader {
    private static final String VIEW = """
            select v.id, v.public_id, v.status, v.origin, v.priority, v.opened_at, v.waiting_since, v.closed_at, d.public_id as department_id,
              d.name as department_name, w.public_id as visitor_id, w.name as visitor_name, a.public_id as agent_id, a.name as agent_name,
              a.title as agent_title, a.portrait as agent_avatar,
              h.last_seq, h.epoch, coalesce(r.read_seq, 0) as read_seq, p.public_id as previous, l.public_id as outcome_id, l.name as outcome_name,
              (select count(*) from message m where m.conversation_id = v.id and m.seq > coalesce(r.read_seq, 0)
                 and m.kind in ('text', 'file') and m.author_kind <> me.kind) as unread,
              (select m.body from message m where m.conversation_id = v.id and m.kind in ('text', 'file')
                 order by m.seq desc limit 1) as preview,
              (select m.at from message m where m.conversation_id = v.id and m.seq = h.last_seq) as last_at,
              (select max(o.delivered_seq) from read_mark o where o.conversation_id = v.id and o.reader_kind <> me.kind) as delivered,
              (select max(o.read_seq) from read_mark o where o.conversation_id = v.id and o.reader_kind <> me.kind) as others_read
            from (select cast(? as varchar(10)) as kind) me
              cross join conversation v
              join conversation_head h on h.conversation_id = v.id
              join department d on d.id = v.department_id
              join visitor w on w.id = v.visitor_id
              left join account a on a.id = v.agent_id
              left join conversation p on p.id = v.previous_id
              left join label l on l.id = v.outcome_id
              left join read_mark r on r.conversation_id = v.id and r.reader = ?
            where v.company_id = ? and\s""";

    /** Own, shared with me, or waiting in one of my departments. */
    private static final String FOR_AGENT = """
             v.status <> 'closed' and (v.agent_id = ?
              or v.id in (select c.conversation_id from conversation_participant c where c.account_id = ?)
              or v.status = 'waiting' and v.department_id in (select b.department_id from department_member b where b.account_id = ?))
            """;

    private static final String VISIBLE = """
             (v.department_id in (select b.department_id from department_member b where b.account_id = ?) or v.agent_id = ?
              or v.id in (select c.conversation_id from conversation_participant c where c.account_id = ?)
              or v.id in (select n.conversation_id from mention n where n.account_id = ?))
            """;

    private static final String MENTIONING =
            "v.id in (select n.conversation_id from mention n where n.account_id = ? and n.seen = false) and v.id < ? order by v.id desc limit ?";

    private static final String TAGGED = """
            exists (select 1 from conversation_tag t join label g on g.id = t.label_id
              where t.conversation_id = v.id and (g.public_id = ? or lower(g.name) = lower(cast(? as varchar(60)))))""";

    @Resource(lookup = "java:app/jdbc/parley")
    private DataSource dataSource;

    protected ConversationReader() {}

    /** Outside a container. */
    public ConversationReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Nothing where the company has no such conversation. */
    public Optional<Standing> standing(long companyId, String publicId) {
        String sql = """
                select v.id, v.public_id, v.company_id, v.site_id, v.department_id, v.visitor_id, v.status, v.agent_id, v.closed_at,
                  h.last_seq, h.epoch, s.reopen_hours
                from conversation v join conversation_head h on h.conversation_id = v.id join site s on s.id = v.site_id
                where v.company_id = ? and v.public_id = ?""";
        return query(sql, List.of(companyId, publicId), ConversationReader::standing).stream()
                .findFirst();
    }

    /** Whether one of the agent's departments has it, or the agent takes part or was named in a note. */
    public boolean isVisibleTo(long companyId, long conversationId, long accountId) {
        String sql = "select 1 from conversation v where v.company_id = ? and v.id = ? and " + VISIBLE;
        return !query(sql, List.of(companyId, conversationId, accountId, accountId, accountId, accountId), r -> 1)
                .isEmpty();
    }

    public boolean isParticipant(long conversationId, long accountId) {
        String sql = "select 1 from conversation_participant where conversation_id = ? and account_id = ?";
        return !query(sql, List.of(conversationId, accountId), r -> 1).isEmpty();
    }

    public List<ConversationView> ofVisitor(long companyId, long visitorId, String reader, int limit) {
        return query(
                VIEW + "v.visitor_id = ? order by v.id desc limit ?",
                List.of("visitor", reader, companyId, visitorId, limit),
                ConversationReader::view);
    }

    public List<Long> keysOfVisitor(long companyId, long visitorId, int limit) {
        String sql = "select id from conversation where company_id = ? and visitor_id = ? order by id desc limit ?";
        return query(sql, List.of(companyId, visitorId, limit), r -> r.getLong(1));
    }

    public List<ConversationView> ofAgent(long companyId, long accountId, String reader, int limit) {
        return forAgents(
                VIEW + FOR_AGENT + " order by v.id desc limit ?",
                List.of("agent", reader, companyId, accountId, accountId, accountId, limit));
    }

    /** Those in which a note names the agent who has not looked since. @param before key that theirs are below */
    public List<ConversationView> mentioning(long companyId, long accountId, String reader, long before, int limit) {
        return forAgents(VIEW + MENTIONING, List.of("agent", reader, companyId, accountId, before, limit));
    }

    /** One conversation as {@code reader} sees it. */
    public Optional<ConversationView> one(long companyId, long id, String readerKind, String reader) {
        String sql = VIEW + "v.id = ?";
        List<Object> parameters = List.of(readerKind, reader, companyId, id);
        var views = readerKind.equals("visitor")
                ? query(sql, parameters, ConversationReader::view)
                : forAgents(sql, parameters);
        return views.stream().findFirst();
    }

    /** @param onlyVisibleTo the agent whose departments limit the list, or null @param before key of the last one seen, or null */
    public List<ConversationView> list(
            long companyId, String reader, Long onlyVisibleTo, ConversationFilter filter, Long before) {
        var sql = new StringBuilder(VIEW).append("true");
        var parameters = new ArrayList<Object>(List.of("agent", reader, companyId));
        if (onlyVisibleTo != null) {
            sql.append(" and").append(VISIBLE);
            parameters.addAll(List.of(onlyVisibleTo, onlyVisibleTo, onlyVisibleTo, onlyVisibleTo));
        }
        conditions(filter, before).forEach((condition, values) -> {
            sql.append(" and ").append(condition);
            parameters.addAll(values);
        });
        sql.append(" order by v.id desc limit ?");
        parameters.add(filter.limit() + 1);
        return forAgents(sql.toString(), parameters);
    }

    /** The last seq of each conversation, by public id. */
    public Map<String, Long> heads(long companyId, List<Long> ids) {
        var heads = new HashMap<String, Long>();
        if (ids.isEmpty()) return heads;
        String sql =
                "select v.public_id, h.last_seq from conversation_head h join conversation v on v.id = h.conversation_id where h.company_id = ?"
                        + " and h.conversation_id in (" + "?,".repeat(ids.size() - 1) + "?)";
        var parameters = new ArrayList<Object>(ids);
        parameters.add(0, companyId);
        query(sql, parameters, r -> heads.put(r.getString(1), r.getLong(2)));
        return heads;
    }

    private static Map<String, List<Object>> conditions(ConversationFilter filter, Long before) {
        var conditions = new java.util.LinkedHashMap<String, List<Object>>();
        if (filter.status() != null)
            conditions.put("v.status = ?", List.of(filter.status().wire()));
        if (filter.agent() != null) conditions.put("a.public_id = ?", List.of(filter.agent()));
        if (filter.department() != null) conditions.put("d.public_id = ?", List.of(filter.department()));
        if (filter.visitor() != null) conditions.put("w.public_id = ?", List.of(filter.visitor()));
        if (filter.tag() != null) conditions.put(TAGGED, List.of(filter.tag(), filter.tag()));
        if (filter.from() != null) conditions.put("v.opened_at >= ?", List.of(filter.from()));
        if (filter.to() != null) conditions.put("v.opened_at < ?", List.of(filter.to()));
        if (before != null) conditions.put("v.id < ?", List.of(before));
        if (filter.text() != null) {
            String pattern =
                    "%" + filter.text().toLowerCase(java.util.Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
            conditions.put(
                    "(lower(w.name) like ? or exists (select 1 from message m where m.conversation_id = v.id and lower(m.body) like ?))",
                    List.of(pattern, pattern));
        }
        return conditions;
    }

    private static Standing standing(ResultSet r) throws SQLException {
        return new Standing(
                r.getLong(1),
                r.getString(2),
                r.getLong(3),
                r.getLong(4),
                r.getLong(5),
                r.getLong(6),
                ConversationStatus.of(r.getString(7)),
                (Long) r.getObject(8),
                Jdbc.instant(r, "closed_at"),
                r.getLong(10),
                r.getLong(11),
                r.getInt(12));
    }

    private static Agent agent(ResultSet r) throws SQLException {
        String id = r.getString("agent_id");
        if (id == null) return null;
        return new Agent(id, r.getString("agent_name"), r.getString("agent_title"), r.getString("agent_avatar"));
    }

    private static ConversationView view(ResultSet r) throws SQLException {
        String preview = r.getString("preview");
        return new ConversationView(
                r.getLong("id"),
                r.getString("public_id"),
                ConversationStatus.of(r.getString("status")),
                r.getString("origin"),
                new Named(r.getString("department_id"), r.getString("department_name")),
                new Named(r.getString("visitor_id"), r.getString("visitor_name")),
                agent(r),
                r.getLong("last_seq"),
                r.getLong("epoch"),
                r.getLong("read_seq"),
                r.getLong("unread"),
                r.getLong("delivered"),
                r.getLong("others_read"),
                Jdbc.instant(r, "opened_at"),
                Jdbc.instant(r, "waiting_since"),
                Jdbc.instant(r, "closed_at"),
                preview == null || preview.length() <= 200 ? preview : preview.substring(0, 200),
                Jdbc.instant(r, "last_at"),
                r.getString("previous"),
                r.getString("outcome_id") == null
                        ? null
                        : new Named(r.getString("outcome_id"), r.getString("outcome_name")),
                List.of(),
                List.of(),
                Priority.of(r.getInt("priority")),
                null);
    }

    private interface Row<T> {
        T of(ResultSet r) throws SQLException;
    }

    private <T> List<T> query(String sql, List<?> parameters, Row<T> row) {
        try (Connection c = dataSource.getConnection()) {
            return rows(c, sql, parameters, row);
        } catch (SQLException e) {
            throw Jdbc.unavailable(e);
        }
    }

    /** With what visitors are not told. */
    private List<ConversationView> forAgents(String sql, List<?> parameters) {
        try (Connection c = dataSource.getConnection()) {
            return Companions.with(c, rows(c, sql, parameters, ConversationReader::view));
        } catch (SQLException e) {
            throw Jdbc.unavailable(e);
        }
    }

    private static <T> List<T> rows(Connection c, String sql, List<?> parameters, Row<T> row) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            Jdbc.bind(s, parameters);
            try (ResultSet r = s.executeQuery()) {
                var rows = new ArrayList<T>();
                while (r.next()) rows.add(row.of(r));
                return rows;
            }
        }
    }
}
