package dev.parley.conversation.persistence;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent.ReadMoved;
import dev.parley.conversation.InHand;
import dev.parley.conversation.Note;
import dev.parley.conversation.OfVisitor;
import dev.parley.conversation.TakesPart;
import dev.parley.conversation.WaitsIn;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads what a node has to tell its sessions and did not do itself. */
@ApplicationScoped
public class FollowedRows {
    private static final int AT_ONCE = 500;

    @Resource(lookup = "java:app/jdbc/parley")
    private DataSource dataSource;

    protected FollowedRows() {}

    /** Outside a container. */
    public FollowedRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The last seq of each, by key. */
    public Map<Long, Long> heads(Collection<Long> conversations) {
        var heads = new HashMap<Long, Long>();
        for (List<Long> some : parts(conversations)) {
            query(
                    "select conversation_id, last_seq from conversation_head where conversation_id in " + marks(some),
                    some,
                    r -> heads.put(r.getLong(1), r.getLong(2)));
        }
        return heads;
    }

    /** Open conversations that these agents own or take part in. */
    public List<InHand> inHand(Collection<Long> accounts) {
        var found = new ArrayList<InHand>();
        for (List<Long> some : parts(accounts)) {
            var parameters = new ArrayList<Object>(some);
            parameters.addAll(some);
            found.addAll(query(
                    """
                    select v.agent_id, v.company_id, v.id, v.public_id, h.last_seq
                      from conversation v join conversation_head h on h.conversation_id = v.id
                     where v.status = 'open' and v.agent_id in\s""" + marks(some) + """
                     union
                    select p.account_id, v.company_id, v.id, v.public_id, h.last_seq
                      from conversation_participant p join conversation v on v.id = p.conversation_id
                           join conversation_head h on h.conversation_id = v.id
                     where v.status = 'open' and p.account_id in\s""" + marks(some),
                    parameters,
                    r -> new InHand(r.getLong(1), r.getLong(2), r.getLong(3), r.getString(4), r.getLong(5))));
        }
        return found;
    }

    /** Who takes part in these conversations, with a row of nobody for each that exists. */
    public List<TakesPart> takingPart(Collection<Long> conversations) {
        var found = new ArrayList<TakesPart>();
        for (List<Long> some : parts(conversations)) {
            var parameters = new ArrayList<Object>(some);
            parameters.addAll(some);
            found.addAll(query(
                    """
                    select v.id, v.agent_id, v.status from conversation v where v.id in\s""" + marks(some) + """
                     union
                    select v.id, p.account_id, v.status
                      from conversation_participant p join conversation v on v.id = p.conversation_id
                     where p.conversation_id in\s""" + marks(some),
                    parameters,
                    r -> new TakesPart(
                            r.getLong(1),
                            r.getObject(2, Long.class),
                            r.getString(3).equals("closed"))));
        }
        return found;
    }

    /** What waits in these companies, the oldest first. */
    public List<WaitsIn> waiting(Collection<Long> companies, int most) {
        var found = new ArrayList<WaitsIn>();
        for (List<Long> some : parts(companies)) {
            var parameters = new ArrayList<Object>(some);
            parameters.add(most);
            found.addAll(query(
                    "select company_id, id, department_id from conversation where status = 'waiting' and company_id in "
                            + marks(some) + " order by id limit ?",
                    parameters,
                    r -> new WaitsIn(r.getLong(1), r.getLong(2), r.getLong(3))));
        }
        return found;
    }

    /** The visitors' conversations that are not closed and were opened before that. */
    public List<OfVisitor> ofVisitors(Collection<Long> visitors, Instant openedBefore) {
        var found = new ArrayList<OfVisitor>();
        for (List<Long> some : parts(visitors)) {
            var parameters = new ArrayList<Object>(some);
            parameters.add(openedBefore);
            found.addAll(query(
                    """
                    select v.visitor_id, v.id, v.public_id, h.last_seq
                      from conversation v join conversation_head h on h.conversation_id = v.id
                     where v.status <> 'closed' and v.visitor_id in\s""" + marks(some) + " and v.opened_at < ?",
                    parameters,
                    r -> new OfVisitor(r.getLong(1), r.getLong(2), r.getString(3), r.getLong(4))));
        }
        return found;
    }

    /** As others see the visitor or colleague. */
    public Optional<Author> author(long companyId, boolean visitor, String publicId) {
        String table = visitor ? "visitor" : "account";
        String kind = visitor ? "visitor" : "agent";
        return query(
                        "select name from " + table + " where company_id = ? and public_id = ?",
                        List.of(companyId, publicId),
                        r -> new Author(kind, publicId, r.getString(1) == null ? "" : r.getString(1)))
                .stream()
                .findFirst();
    }

    /** How far the reader has come. */
    public Optional<ReadMoved> mark(long companyId, long conversationId, String reader, Instant at) {
        String sql = """
                select v.public_id, r.reader_kind, r.delivered_seq, r.read_seq, coalesce(a.name, w.name, '')
                  from read_mark r join conversation v on v.id = r.conversation_id
                       left join account a on r.reader_kind = 'agent' and a.public_id = r.reader
                       left join visitor w on r.reader_kind = 'visitor' and w.public_id = r.reader
                 where r.company_id = ? and r.conversation_id = ? and r.reader = ?""";
        return query(
                        sql,
                        List.of(companyId, conversationId, reader),
                        r -> new ReadMoved(
                                companyId,
                                conversationId,
                                r.getString(1),
                                new Author(r.getString(2), reader, r.getString(5)),
                                r.getLong(3),
                                r.getLong(4),
                                at))
                .stream()
                .findFirst();
    }

    /** @param id the note's public id */
    public Optional<Note> note(long companyId, String id) {
        String sql = """
                select v.public_id, n.after_seq, n.client_id, n.at, a.public_id, a.name, n.body
                  from note n join conversation v on v.id = n.conversation_id join account a on a.id = n.author_id
                 where n.company_id = ? and n.public_id = ?""";
        return query(
                        sql,
                        List.of(companyId, id),
                        r -> new Note(
                                r.getString(1),
                                id,
                                r.getLong(2),
                                r.getString(3),
                                Jdbc.instant(r, "at"),
                                new Author("agent", r.getString(5), r.getString(6)),
                                r.getString(7)))
                .stream()
                .findFirst();
    }

    private static List<List<Long>> parts(Collection<Long> keys) {
        var all = List.copyOf(keys);
        var parts = new ArrayList<List<Long>>();
        for (int i = 0; i < all.size(); i += AT_ONCE) parts.add(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
        return parts;
    }

    private static String marks(List<?> values) {
        return "(" + "?,".repeat(values.size() - 1) + "?)";
    }

    private interface Row<T> {
        T of(ResultSet r) throws SQLException;
    }

    private <T> List<T> query(String sql, List<?> parameters, Row<T> row) {
        try (Connection c = dataSource.getConnection();
                PreparedStatement s = c.prepareStatement(sql)) {
            Jdbc.bind(s, parameters);
            try (ResultSet r = s.executeQuery()) {
                var rows = new ArrayList<T>();
                while (r.next()) rows.add(row.of(r));
                return rows;
            }
        } catch (SQLException e) {
            throw Jdbc.unavailable(e);
        }
    }
}
