package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.OneTimeLink;
import dev.parley.access.domain.OneTimeLink.Purpose;
import dev.parley.shared.Digests;
import dev.parley.shared.NotFound;
import dev.parley.shared.PublicIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** Issues the links that are mailed and takes them back, each within the caller's transaction. */
@ApplicationScoped
class OneTimeLinks {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Clock clock;

    protected OneTimeLinks() {
        this(null);
    }

    @Inject
    OneTimeLinks(Clock clock) {
        this.clock = clock;
    }

    /** A link with what opens it, which is nowhere else. */
    record Issued(OneTimeLink link, String token) {}

    /** A new one; those that the account has and did not use are void. */
    public Issued issue(Account account, Purpose purpose) {
        forget(account.id());
        return issueBeside(account, purpose);
    }

    /** A new one beside those that the account has: anybody may ask for one, and must not make void what somebody else has in hand. */
    public Issued issueBeside(Account account, Purpose purpose) {
        String token = PublicIds.token();
        OneTimeLink link = OneTimeLink.issue(account, purpose, token, clock.instant());
        em.persist(link);
        return new Issued(link, token);
    }

    /** Whoever it is, active, invited or deactivated. @throws NotFound if the company has nobody with that public id */
    public Account account(long companyId, String publicId) {
        if (!PublicIds.plausible(publicId)) throw nobody();
        return em.createNamedQuery("Account.anyOfCompany", Account.class)
                .setParameter("companyId", companyId)
                .setParameter("publicId", publicId)
                .getResultStream()
                .findFirst()
                .orElseThrow(OneTimeLinks::nobody);
    }

    /** Whom a link that can still be used is for. @throws NotFound if it is none */
    public Account look(String token, Purpose purpose) {
        return em.find(Account.class, find(token, purpose).accountId());
    }

    /** Uses it up. The row is locked: of two at once one is too late. @throws NotFound if it is none */
    public Account use(String token, Purpose purpose) {
        OneTimeLink link = find(token, purpose);
        try {
            em.refresh(link, LockModeType.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException e) {
            // another one was asked for at this very moment, or the account was let go
            throw over();
        }
        if (!link.unused()) throw over();
        link.use(clock.instant());
        return em.find(Account.class, link.accountId());
    }

    /** Whatever was mailed to the account opens nothing any more. */
    public void forget(long accountId) {
        em.createNamedQuery("OneTimeLink.forget")
                .setParameter("accountId", accountId)
                .executeUpdate();
    }

    private OneTimeLink find(String token, Purpose purpose) {
        if (!PublicIds.plausible(token)) throw over();
        return em.createNamedQuery("OneTimeLink.unused", OneTimeLink.class)
                .setParameter("hash", Digests.sha256(token))
                .setParameter("purpose", purpose.wire())
                .getResultStream()
                .filter(link -> link.alive(clock.instant()))
                .findFirst()
                .orElseThrow(OneTimeLinks::over);
    }

    static NotFound nobody() {
        return new NotFound("There is no such agent.");
    }

    private static NotFound over() {
        return new NotFound("This link was used, or its time is over. Ask for another one.");
    }
}
