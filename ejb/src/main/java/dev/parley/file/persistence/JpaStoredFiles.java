package dev.parley.file.persistence;

import dev.parley.file.FileRules;
import dev.parley.file.FileState;
import dev.parley.file.domain.StoredFile;
import dev.parley.file.domain.StoredFiles;
import dev.parley.file.domain.Uploader;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of files by JPA. A session bean, because every step commits by itself, whoever calls. Not a door: {@code Files} is. */
@Stateless
@Local(StoredFiles.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class JpaStoredFiles implements StoredFiles {
    private static final String CHECKING = FileState.CHECKING.wire();

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    public JpaStoredFiles() {}

    JpaStoredFiles(EntityManager em) {
        this.em = em;
    }

    @Override
    public StoredFile add(StoredFile file) {
        em.persist(file);
        return file;
    }

    @Override
    public Optional<StoredFile> find(long companyId, String publicId) {
        return em.createQuery(
                        "select f from StoredFile f where f.companyId = :company and f.publicId = :id",
                        StoredFile.class)
                .setParameter("company", companyId)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void remove(long id) {
        em.createQuery("delete from StoredFile f where f.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public List<Long> due(Instant now, int limit) {
        return em.createQuery("""
                        select f.id from StoredFile f where f.state = :checking and f.nextCheckAt <= :now
                        order by f.nextCheckAt, f.id""", Long.class)
                .setParameter("checking", CHECKING)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public Optional<StoredFile> claim(long id, Instant now, Instant until) {
        int taken = em.createQuery("""
                        update StoredFile f set f.nextCheckAt = :until, f.checkAttempts = f.checkAttempts + 1
                        where f.id = :id and f.state = :checking and f.nextCheckAt <= :now""")
                .setParameter("until", until)
                .setParameter("id", id)
                .setParameter("checking", CHECKING)
                .setParameter("now", now)
                .executeUpdate();
        return taken == 1 ? reload(id) : Optional.empty();
    }

    @Override
    public void postpone(long id, Instant next) {
        em.createQuery("update StoredFile f set f.nextCheckAt = :next where f.id = :id and f.state = :checking")
                .setParameter("next", next)
                .setParameter("id", id)
                .setParameter("checking", CHECKING)
                .executeUpdate();
    }

    @Override
    public Optional<StoredFile> ready(long id, String thumbnailType, Instant at) {
        return end(id, FileState.READY, null, thumbnailType, at);
    }

    @Override
    public Optional<StoredFile> refuse(long id, String refusal, Instant at) {
        return end(id, FileState.REFUSED, refusal, null, at);
    }

    /** The update locks the row, as attaching does: so one of the two sees the other, and no change of state goes unsaid. */
    private Optional<StoredFile> end(long id, FileState state, String refusal, String thumbnailType, Instant at) {
        int ended = em.createQuery("""
                        update StoredFile f set f.state = :state, f.refusal = :refusal, f.checkedAt = :at,
                            f.hasThumbnail = :thumbnail, f.thumbnailType = :type,
                            f.announceDue = case when f.conversationId is null then false else true end
                        where f.id = :id and f.state = :checking""")
                .setParameter("state", state.wire())
                .setParameter("refusal", refusal)
                .setParameter("at", at)
                .setParameter("thumbnail", thumbnailType != null)
                .setParameter("type", thumbnailType)
                .setParameter("id", id)
                .setParameter("checking", CHECKING)
                .executeUpdate();
        return ended == 1 ? reload(id) : Optional.empty();
    }

    @Override
    public List<StoredFile> unannounced(Instant before, int limit) {
        return em.createQuery(
                        "select f from StoredFile f where f.announceDue = true and f.checkedAt < :before order by f.id",
                        StoredFile.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean announced(long companyId, long id) {
        return em.createQuery("""
                        update StoredFile f set f.announceDue = false
                        where f.id = :id and f.companyId = :company and f.announceDue = true""")
                        .setParameter("id", id)
                        .setParameter("company", companyId)
                        .executeUpdate()
                == 1;
    }

    @Override
    public int expire(Instant before) {
        return em.createQuery("""
                        update StoredFile f set f.state = :expired
                        where f.uploadedAt < :before and f.conversationId is null and f.state <> :expired""")
                .setParameter("expired", FileState.EXPIRED.wire())
                .setParameter("before", before)
                .executeUpdate();
    }

    @Override
    public List<StoredFile> expired(int limit) {
        return em.createQuery("select f from StoredFile f where f.state = :expired order by f.id", StoredFile.class)
                .setParameter("expired", FileState.EXPIRED.wire())
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public Usage usage(Uploader uploader, Instant since) {
        Object[] own = (Object[]) em.createQuery("""
                        select count(f), coalesce(sum(f.size), 0) from StoredFile f
                        where f.uploader = :uploader and f.uploadedAt > :since""")
                .setParameter("uploader", uploader.publicId())
                .setParameter("since", since)
                .getSingleResult();
        Number visitors = (Number) em.createQuery("""
                        select coalesce(sum(f.size), 0) from StoredFile f
                        where f.companyId = :company and f.uploadedAt > :since and f.uploaderKind = 'visitor'""")
                .setParameter("company", uploader.companyId())
                .setParameter("since", since)
                .getSingleResult();
        return new Usage(((Number) own[0]).longValue(), ((Number) own[1]).longValue(), visitors.longValue());
    }

    @Override
    public Optional<FileRules> rules(long companyId) {
        return Optional.ofNullable(em.find(FileRulesRow.class, companyId)).map(FileRulesRow::rules);
    }

    @Override
    public void keepRules(long companyId, FileRules rules) {
        em.merge(new FileRulesRow(companyId, rules));
    }

    private Optional<StoredFile> reload(long id) {
        StoredFile file = em.find(StoredFile.class, id);
        if (file != null) em.refresh(file);
        return Optional.ofNullable(file);
    }
}
