package dev.parley.visitor;

import dev.parley.shared.Caller;
import dev.parley.shared.Limit;
import dev.parley.shared.RateLimits;
import dev.parley.visitor.VisitorEvent.VisitorChanged;
import dev.parley.visitor.domain.VisitedPage;
import dev.parley.visitor.domain.Visitor;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Which pages of the host site a visitor walks through while it talks with the desk. */
@Stateless
@PermitAll
public class VisitorTrail {
    /** How many pages are kept of one visitor; the oldest goes first. */
    public static final int KEPT = 20;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    private final RateLimits limits;
    private final Event<VisitorEvent> news;
    private final Clock clock;

    protected VisitorTrail() {
        this(null, null, null);
    }

    @Inject
    public VisitorTrail(RateLimits limits, Event<VisitorEvent> news, Clock clock) {
        this.limits = limits;
        this.news = news;
        this.clock = clock;
    }

    /**
     * The visitor is on this page now. The same address again is the same step; one that is not of the web is none.
     *
     * @throws dev.parley.shared.RateLimited if it walks faster than {@link Limit#PAGES}
     */
    public void walk(Caller.Visitor visitor, VisitorDetails page) {
        limits.take(Limit.PAGES, visitor.publicId());
        if (page.pageUrl() == null) return;
        // one tab after the other, or two would each find room for the last page
        Visitor walking = em.find(Visitor.class, visitor.visitorId(), LockModeType.PESSIMISTIC_WRITE);
        if (walking == null) return;
        Instant now = clock.instant();
        walking.tell(page, now);
        List<VisitedPage> before = em.createNamedQuery("VisitedPage.ofVisitor", VisitedPage.class)
                .setParameter("companyId", walking.companyId())
                .setParameter("visitorId", walking.id())
                .getResultList();
        if (before.isEmpty() || !before.get(0).isStill(walking)) {
            em.persist(VisitedPage.of(walking, now));
            before.stream().skip(KEPT - 1).forEach(em::remove);
        }
        news.fire(new VisitorChanged(walking.caller()));
    }
}
