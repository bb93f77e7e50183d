package dev.parley.visitor;

import dev.parley.company.AccessSuspended;
import dev.parley.company.SiteView;
import dev.parley.company.Sites;
import dev.parley.company.Suspensions;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.NotFound;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Those who come to a site: who a browser is, and what is known of it. */
@Stateless
@PermitAll
public class Visitors {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    Suspensions suspensions;

    private final Sites sites;
    private final VisitorTokens tokens;
    private final Event<VisitorEvent> news;
    private final Clock clock;

    protected Visitors() {
        this(null, null, null, null);
    }

    @Inject
    public Visitors(Sites sites, VisitorTokens tokens, Event<VisitorEvent> news, Clock clock) {
        this.sites = sites;
        this.tokens = tokens;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Somebody comes to a site. With a cookie of this site it is the same visitor as before, with none, a foreign or an unknown one
     * somebody new, who gets a cookie of the server's making: one that somebody else has chosen is never taken.
     *
     * @param address of the network, from which it comes
     * @param attributes what the host site says of it; what it does not name stays
     * @throws NotFound if there is no such site
     * @throws AccessSuspended if its company is suspended
     * @throws dev.parley.shared.Invalid if it had more than {@value Attribute#MOST} attributes then
     */
    public OpenedVisitor open(
            String siteKey, String cookie, String address, VisitorDetails said, List<Attribute> attributes) {
        SiteView site = sites.require(siteKey);
        suspensions.refuseVisitors(site.companyId());
        Instant now = clock.instant();
        Visitor known = byCookie(site, cookie).orElse(null);
        String kept = known == null ? PublicIds.token() : cookie;
        // One page after the other, or two would each find room for the last name; before a change, which a lock reads
        // away.
        if (known != null && !attributes.isEmpty()) em.lock(known, LockModeType.PESSIMISTIC_WRITE);
        Visitor visitor = known == null ? Visitor.arrive(site, kept, now) : known;
        visitor.tell(said, now);
        visitor.comeFrom(address);
        if (known == null) em.persist(visitor);
        else changed(visitor);
        if (!attributes.isEmpty()) new KeptAttributes(em).change(visitor, attributes);
        Instant until = now.plus(VisitorTokens.LIFE);
        String token = tokens.issue(visitor.publicId(), siteKey, until);
        return new OpenedVisitor(visitor.caller(), token, until, kept, visitor.name());
    }

    /**
     * The visitor behind a bearer; nothing if it is not one, or its time is over. Its site is in the caller.
     *
     * @param address of the network, from which it comes with the bearer; kept where it is another than last time
     * @throws AccessSuspended if the site's company is suspended
     */
    public Optional<Caller.Visitor> authenticate(String bearer, String address) {
        return tokens.verify(bearer, clock.instant())
                .flatMap(claim -> sites.find(claim.siteKey())
                        .flatMap(site -> em.createNamedQuery("Visitor.byPublicId", Visitor.class)
                                .setParameter("publicId", claim.visitor())
                                .getResultStream()
                                .filter(v -> v.siteId() == site.id())
                                .findFirst()
                                .map(v -> {
                                    suspensions.refuseVisitors(v.companyId());
                                    v.comeFrom(address);
                                    return v.caller();
                                })));
    }

    /**
     * The visitor behind a site's cookie, for what a browser fetches by itself (images); nothing if it is not one of that site, or the
     * site's company is suspended.
     */
    public Optional<Caller.Visitor> authenticateCookie(String siteKey, String cookie) {
        return sites.find(siteKey)
                .flatMap(site -> byCookie(site, cookie))
                .filter(visitor -> !suspensions.suspended(visitor.companyId()))
                .map(Visitor::caller);
    }

    /** For the desk's own pushes: a visitor of the company as it is called now. */
    public Optional<Caller.Visitor> caller(long companyId, long visitorId) {
        return Optional.ofNullable(em.find(Visitor.class, visitorId))
                .filter(v -> v.companyId() == companyId)
                .map(Visitor::caller);
    }

    /** What is known of visitors of a company, by their keys; foreign and unknown keys are left out. */
    public Map<Long, VisitorView> views(long companyId, Collection<Long> ids) {
        Map<Long, VisitorView> views = new HashMap<>();
        if (ids.isEmpty()) return views;
        em.createNamedQuery("Visitor.ofCompany", Visitor.class)
                .setParameter("companyId", companyId)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(v -> views.put(v.id(), view(v)));
        return views;
    }

    /** All that is known of a visitor of one's company. @throws NotFound if there is no such visitor in it */
    public VisitorProfile profile(Caller.Staff asking, String visitor) {
        return profile(asking, ofCompany(asking, visitor));
    }

    /**
     * A colleague writes down who it is. A name or an address that is empty is forgotten.
     *
     * @throws NotFound if there is no such visitor in the company
     * @throws dev.parley.shared.Invalid if a name is too long or an address is none
     */
    public VisitorProfile correct(Caller.Staff asking, String visitor, String name, String email) {
        Visitor known = ofCompany(asking, visitor);
        known.correct(VisitorDetails.contact(name, email));
        changed(known);
        return profile(asking, known);
    }

    /**
     * A visitor says who it is; what it does not say stays.
     *
     * @throws dev.parley.shared.Invalid if a name is too long or an address is none
     */
    public void introduce(Caller.Visitor visitor, String name, String email) {
        Visitor known = em.find(Visitor.class, visitor.visitorId());
        known.tell(VisitorDetails.contact(name, email), clock.instant());
        changed(known);
    }

    /** When a visitor last agreed to what its site says, as its page told the desk when it came. */
    public Optional<Instant> consented(Caller.Visitor visitor) {
        return Optional.ofNullable(em.find(Visitor.class, visitor.visitorId()).consentAt());
    }

    private void changed(Visitor visitor) {
        news.fire(new VisitorChanged(visitor.caller()));
    }

    private VisitorProfile profile(Caller.Staff asking, Visitor visitor) {
        var pages = em.createNamedQuery("VisitedPage.ofVisitor", VisitedPage.class)
                .setParameter("companyId", visitor.companyId())
                .setParameter("visitorId", visitor.id())
                .setMaxResults(VisitorTrail.KEPT)
                .getResultStream()
                .map(VisitedPage::visit)
                .toList();
        boolean maySee = asking.role().may(Permission.SEE_VISITOR_ADDRESS);
        return new VisitorProfile(
                view(visitor), pages, new KeptAttributes(em).of(visitor), maySee ? visitor.address() : null);
    }

    private Visitor ofCompany(Caller.Staff asking, String visitor) {
        asking.require(Permission.ANSWER_CONVERSATIONS);
        return em.createNamedQuery("Visitor.byPublicId", Visitor.class)
                .setParameter("publicId", visitor)
                .getResultStream()
                .filter(v -> v.companyId() == asking.companyId())
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such visitor."));
    }

    private Optional<Visitor> byCookie(SiteView site, String cookie) {
        if (cookie == null || cookie.length() > 100) return Optional.empty();
        return em.createNamedQuery("Visitor.byCookie", Visitor.class)
                .setParameter("companyId", site.companyId())
                .setParameter("siteId", site.id())
                .setParameter("cookieHash", Digests.sha256(cookie))
                .getResultStream()
                .findFirst();
    }

    private static VisitorView view(Visitor v) {
        return new VisitorView(
                v.publicId(),
                v.name(),
                v.email(),
                v.pageUrl(),
                v.pageTitle(),
                v.referrer(),
                v.language(),
                v.timeZone(),
                v.userAgent(),
                v.createdAt(),
                v.seenAt());
    }
}
