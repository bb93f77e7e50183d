package dev.parley.call.persistence;

import dev.parley.call.Binding;
import dev.parley.call.PhoneSecret;
import dev.parley.call.PhoneView;
import dev.parley.call.domain.DeskPhone;
import dev.parley.call.domain.PhoneBinding;
import dev.parley.shared.Moments;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The phones and their bindings. */
@Dependent
public class Phones {
    private static final int MOST_PHONES = 500;

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** For the container. */
    public Phones() {}

    /** For tests without a container. */
    public Phones(EntityManager em) {
        this.em = em;
    }

    /** Whose phone it is. */
    public record Owner(long companyId, long accountId) {}

    /** The active colleague of that e-mail address or public id. */
    @SuppressWarnings("unchecked")
    public Optional<Owner> owner(String account) {
        List<Object[]> rows = em.createNativeQuery(
                        "select company_id, id from account where (email = ?1 or public_id = ?1) and active = true")
                .setParameter(1, account)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Owner(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }

    /** @return the new phone's public id */
    public String add(DeskPhone phone) {
        em.persist(phone);
        em.flush();
        return phone.publicId();
    }

    /** Locks the phone until the transaction ends. */
    public Optional<DeskPhone> lock(long id) {
        return Optional.ofNullable(em.find(DeskPhone.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locks the phone until the transaction ends. */
    public Optional<DeskPhone> lock(String extension) {
        return em.createQuery("select p from DeskPhone p where p.extension = :extension", DeskPhone.class)
                .setParameter("extension", extension)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Nothing where the colleague is active no more. */
    public Optional<PhoneSecret> secret(String extension) {
        return em.createQuery("""
                        select new dev.parley.call.PhoneSecret(p.id, p.ha1Sha256, p.ha1Md5)
                        from DeskPhone p, Account a
                        where p.extension = :extension and a.id = p.accountId and a.active = true
                        """, PhoneSecret.class)
                .setParameter("extension", extension)
                .getResultStream()
                .findFirst();
    }

    /** The bindings that hold, oldest first. */
    public List<Binding> bindings(long phoneId, Instant now) {
        return em.createQuery(
                        "select b from PhoneBinding b where b.phoneId = :phone and b.expiresAt > :now order by b.id",
                        PhoneBinding.class)
                .setParameter("phone", phoneId)
                .setParameter("now", now)
                .getResultStream()
                .map(PhoneBinding::view)
                .toList();
    }

    /** Where the phone of that extension can be reached, the dearest first, then the newest; nowhere once the colleague is active no more, or while the company is suspended. */
    public List<Binding> reach(String extension, Instant now) {
        return em.createQuery("""
                        select b from PhoneBinding b, DeskPhone p, Account a, Company c
                        where p.extension = :extension and b.phoneId = p.id and b.expiresAt > :now
                          and a.id = p.accountId and a.active = true
                          and c.id = p.companyId and c.suspendedAt is null
                        order by b.id desc
                        """, PhoneBinding.class)
                .setParameter("extension", extension)
                .setParameter("now", now)
                .getResultStream()
                .map(PhoneBinding::view)
                .sorted(Comparator.comparingInt(b -> b.preference() == null ? -1000 : -b.preference()))
                .toList();
    }

    /** These are the phone's bindings from now on. */
    public void replace(DeskPhone phone, List<Binding> bindings) {
        em.createQuery("delete from PhoneBinding b where b.phoneId = :phone")
                .setParameter("phone", phone.id())
                .executeUpdate();
        bindings.forEach(binding -> em.persist(new PhoneBinding(phone, binding)));
        em.flush();
    }

    public int forgetExpired(Instant now) {
        return em.createQuery("delete from PhoneBinding b where b.expiresAt <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    public List<PhoneView> ofCompany(long companyId, Instant now) {
        List<Object[]> rows = em.createNativeQuery("""
                        select p.public_id, p.extension, a.public_id,
                               (select count(*) from phone_binding b where b.phone_id = p.id and b.expires_at > ?2)
                        from desk_phone p join account a on a.id = p.account_id
                        where p.company_id = ?1 order by p.extension
                        """)
                .setParameter(1, companyId)
                .setParameter(2, Moments.toColumn(now))
                .setMaxResults(MOST_PHONES)
                .getResultList();
        return rows.stream()
                .map(r -> new PhoneView((String) r[0], (String) r[1], (String) r[2], ((Number) r[3]).longValue() > 0))
                .toList();
    }

    /** Whether the database answers. */
    public boolean answers() {
        return em.createNativeQuery("select 1").getSingleResult() != null;
    }
}
