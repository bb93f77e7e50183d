package dev.parley.access;

import dev.parley.access.domain.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Ends sign-ins in the caller's transaction and tells whoever has sockets open under them. */
@ApplicationScoped
class SignInEnding {
    /** No sign-in has this key: nothing is spared. */
    private static final long NONE = -1;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final Event<SignInEnded> news;
    private final Clock clock;

    protected SignInEnding() {
        this(null, null);
    }

    @Inject
    SignInEnding(Event<SignInEnded> news, Clock clock) {
        this.news = news;
        this.clock = clock;
    }

    /** A sign-in, and what lives under it. */
    public void end(long accountId, long root) {
        revoke(
                accountId,
                em.createNamedQuery("SignIn.family", SignIn.class)
                        .setParameter("accountId", accountId)
                        .setParameter("root", root)
                        .getResultList());
    }

    /** All of an account but one, the family of that one excepted too. @param signIn the one that stays, or what lives under it */
    public void endOthers(long accountId, long signIn) {
        SignIn staying = em.find(SignIn.class, signIn);
        endAllBut(accountId, staying == null ? NONE : staying.root());
    }

    /** All of an account. */
    public void endAll(long accountId) {
        endAllBut(accountId, NONE);
    }

    private void endAllBut(long accountId, long root) {
        revoke(
                accountId,
                em.createNamedQuery("SignIn.others", SignIn.class)
                        .setParameter("accountId", accountId)
                        .setParameter("now", clock.instant())
                        .setParameter("root", root)
                        .getResultList());
    }

    private void revoke(long accountId, List<SignIn> ended) {
        Instant now = clock.instant();
        ended.forEach(s -> s.revoke(now));
        news.fire(new SignInEnded(accountId, ended.stream().map(SignIn::id).collect(Collectors.toSet())));
    }
}
