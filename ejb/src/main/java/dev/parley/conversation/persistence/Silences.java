package dev.parley.conversation.persistence;

import dev.parley.shared.Moments;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Open conversations in which an agent had the last word, and who has been reminded of it. */
@Dependent
public class Silences {
    // who takes it over from a colleague or from the queue has as long to write as the one before
    private static final String SILENT = """
            select c.id, c.version, m.seq, coalesce(c.language, v.language) as spoken, s.languages
              from conversation c join message m on m.conversation_id = c.id
                   join visitor v on v.id = c.visitor_id join site s on s.id = c.site_id
                   left join inactivity_reminder r on r.conversation_id = c.id and r.seq = m.seq
             where c.company_id = ?1 and c.department_id = ?2 and c.status = 'open' and m.author_kind = 'agent'
               and m.kind in ('text', 'file') and (c.assigned_at is null or c.assigned_at <= ?3)
               and m.seq = (select max(x.seq) from message x where x.conversation_id = c.id and x.kind in ('text', 'file'))
            """;

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /**
     * An agent's words that nobody answers.
     *
     * @param version of the conversation: it is another one as soon as somebody else has it, or nobody
     * @param seq of the words
     * @param language of the visitor, or null
     * @param siteLanguage the site's first
     */
    public record Silence(long conversationId, long version, long seq, String language, String siteLanguage) {}

    /** Said before {@code before}, and the visitor was not reminded of it. The oldest first, at most {@code limit}. */
    public List<Silence> unreminded(long companyId, long departmentId, Instant before, int limit) {
        return silences(
                SILENT + " and r.seq is null and m.at <= ?3 order by m.at", companyId, departmentId, before, limit);
    }

    /** Reminded of before {@code before}. */
    public List<Silence> reminded(long companyId, long departmentId, Instant before, int limit) {
        return silences(SILENT + " and r.at <= ?3 order by r.at", companyId, departmentId, before, limit);
    }

    /** Said before {@code before}, whether or not the visitor was reminded of it. */
    public List<Silence> all(long companyId, long departmentId, Instant before, int limit) {
        return silences(SILENT + " and m.at <= ?3 order by m.at", companyId, departmentId, before, limit);
    }

    /** Whether nobody has answered, and the conversation is open with the same agent. True only under the lock of its head, as the next. */
    public boolean lasts(Silence silence) {
        return found(silence) % 100 == 1;
    }

    /** As {@link #lasts}, and the visitor was not reminded of it. */
    public boolean lastsUnreminded(Silence silence) {
        return found(silence) == 1;
    }

    /** 1 for an open conversation, 10 for words after these, 100 for a reminder of them. */
    private long found(Silence silence) {
        Object same = em.createNativeQuery("""
                        select (select count(*) from conversation c where c.id = ?1 and c.status = 'open' and c.version = ?3)
                             + case when exists (select 1 from message m where m.conversation_id = ?1 and m.seq > ?2
                                                   and m.kind in ('text', 'file')) then 10 else 0 end
                             + (select count(*) from inactivity_reminder r where r.conversation_id = ?1 and r.seq = ?2) * 100
                        """)
                .setParameter(1, silence.conversationId())
                .setParameter(2, silence.seq())
                .setParameter(3, silence.version())
                .getSingleResult();
        return ((Number) same).longValue();
    }

    /** Keeps that the visitor is reminded of it. */
    public void remember(Silence silence, long companyId, Instant at) {
        em.createNativeQuery("delete from inactivity_reminder where conversation_id = ?1")
                .setParameter(1, silence.conversationId())
                .executeUpdate();
        em.createNativeQuery(
                        "insert into inactivity_reminder (conversation_id, company_id, seq, at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, silence.conversationId())
                .setParameter(2, companyId)
                .setParameter(3, silence.seq())
                .setParameter(4, Moments.toColumn(at))
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Silence> silences(String sql, long companyId, long departmentId, Instant before, int limit) {
        List<Object[]> rows = em.createNativeQuery(sql)
                .setParameter(1, companyId)
                .setParameter(2, departmentId)
                .setParameter(3, Moments.toColumn(before))
                .setMaxResults(limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Silence(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).longValue(),
                        (String) row[3],
                        ((String) row[4]).split(",", 2)[0].strip()))
                .toList();
    }
}
