package dev.parley.audit;

import dev.parley.audit.domain.AuditEntry;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import dev.parley.shared.ShortText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.io.StringReader;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the company's administrators changed. It is read here and written by {@link AuditTrail}; nobody changes it. */
@Stateless
@PermitAll
public class AuditLog {
    private static final int MOST = 200;
    private static final int LONGEST_WORD = 100;
    private static final int MOST_ACTORS = 500;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    /** Somebody who changed something. {@code id} is public. */
    public record Actor(String id, String name) {}

    /**
     * The company's changes, newest first.
     *
     * @param cursor the last page's {@code next}, or null for the first
     * @param limit 1 to 200
     * @throws Invalid for another limit, a cursor that is none, or a word that is too long
     */
    public AuditPage search(Caller caller, AuditFilter filter, String cursor, int limit) {
        long company = caller.require(Permission.READ_AUDIT_LOG).companyId();
        if (limit < 1 || limit > MOST) throw new Invalid("A limit is 1 to " + MOST + ".");
        Where where = where(company, filter);
        if (cursor != null) where.and("e.id < :before", "before", key(company, cursor));
        TypedQuery<AuditEntry> query = em.createQuery(
                "select e from AuditEntry e where " + where.text + " order by e.id desc", AuditEntry.class);
        where.values.forEach(query::setParameter);
        List<AuditEntry> found = query.setMaxResults(limit + 1).getResultList();
        List<AuditView> views = found.stream().limit(limit).map(AuditLog::view).toList();
        return new AuditPage(views, found.size() > limit ? views.get(limit - 1).id() : null);
    }

    /** How many changes there are. */
    public long count(Caller caller, AuditFilter filter) {
        long company = caller.require(Permission.READ_AUDIT_LOG).companyId();
        Where where = where(company, filter);
        TypedQuery<Long> query = em.createQuery("select count(e) from AuditEntry e where " + where.text, Long.class);
        where.values.forEach(query::setParameter);
        return query.getSingleResult();
    }

    /** Those who changed something, by name; at most 500. */
    public List<Actor> actors(Caller caller) {
        long company = caller.require(Permission.READ_AUDIT_LOG).companyId();
        return em.createQuery(
                        "select e.actor, max(e.actorName) from AuditEntry e where e.companyId = :company group by e.actor",
                        Object[].class)
                .setParameter("company", company)
                .setMaxResults(MOST_ACTORS)
                .getResultStream()
                .map(row -> new Actor((String) row[0], (String) row[1]))
                .sorted(Comparator.comparing(Actor::name))
                .toList();
    }

    /** The last change of one thing, if it was ever changed: who came in between. For those who may change it too. */
    public Optional<AuditView> last(Caller caller, AuditKind kind, String subject) {
        long company = caller.require(kind.changedBy()).companyId();
        return em.createQuery(
                        "select e from AuditEntry e where e.companyId = :company and e.kind = :kind and e.subject = :subject"
                                + " order by e.id desc",
                        AuditEntry.class)
                .setParameter("company", company)
                .setParameter("kind", kind.wire())
                .setParameter("subject", subject)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(AuditLog::view);
    }

    private long key(long company, String cursor) {
        if (!PublicIds.plausible(cursor)) throw unknownCursor();
        return em.createQuery(
                        "select e.id from AuditEntry e where e.companyId = :company and e.publicId = :id", Long.class)
                .setParameter("company", company)
                .setParameter("id", cursor)
                .getResultStream()
                .findFirst()
                .orElseThrow(AuditLog::unknownCursor);
    }

    private static Where where(long company, AuditFilter filter) {
        Where where = new Where();
        where.and("e.companyId = :company", "company", company);
        if (filter.actor() != null) where.and("e.actor = :actor", "actor", filter.actor());
        if (filter.kind() != null)
            where.and("e.kind = :kind", "kind", filter.kind().wire());
        if (filter.from() != null) where.and("e.at >= :from", "from", filter.from());
        if (filter.to() != null) where.and("e.at < :to", "to", filter.to());
        String word = ShortText.of("A word", filter.word(), LONGEST_WORD);
        if (word != null) {
            where.and(
                    "(lower(e.actorName) like :word escape '!' or lower(e.subjectName) like :word escape '!'"
                            + " or lower(e.before) like :word escape '!' or lower(e.after) like :word escape '!')",
                    "word",
                    "%" + word.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        return where;
    }

    private static AuditView view(AuditEntry e) {
        return new AuditView(
                e.publicId(),
                e.at(),
                e.actor(),
                e.actorName(),
                e.address(),
                AuditKind.of(e.kind()),
                e.subject(),
                e.subjectName(),
                json(e.before()),
                json(e.after()));
    }

    private static JsonObject json(String text) {
        if (text == null) return null;
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static Invalid unknownCursor() {
        return new Invalid("There is no such cursor.");
    }

    /** A condition that grows; its values are always bound. */
    private static final class Where {
        private String text = "";
        private final Map<String, Object> values = new LinkedHashMap<>();

        void and(String condition, String name, Object value) {
            text += text.isEmpty() ? condition : " and " + condition;
            values.put(name, value);
        }
    }
}
