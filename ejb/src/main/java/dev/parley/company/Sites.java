package dev.parley.company;

import dev.parley.company.domain.Site;
import dev.parley.company.domain.SiteText;
import dev.parley.shared.NotFound;
import dev.parley.shared.PublicIds;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sites on which visitors meet the desk. A site's key is public: who knows it learns what the widget shows. */
@Stateless
@PermitAll
public class Sites {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    SiteRoutes routes;

    /** The site with that key, if there is one that is not archived. */
    public Optional<SiteView> find(String siteKey) {
        if (!PublicIds.plausible(siteKey)) return Optional.empty();
        return em.createNamedQuery("Site.byKey", Object[].class)
                .setParameter("siteKey", siteKey)
                .getResultStream()
                .findFirst()
                .map(Sites::view);
    }

    /** The site with that key. @throws NotFound if there is none */
    public SiteView require(String siteKey) {
        return find(siteKey).orElseThrow(Sites::unknown);
    }

    /** The site with that database key. @throws NotFound if there is none */
    public SiteView get(long siteId) {
        return em.createNamedQuery("Site.byId", Object[].class)
                .setParameter("id", siteId)
                .getResultStream()
                .findFirst()
                .map(Sites::view)
                .orElseThrow(Sites::unknown);
    }

    /** All sites of a company, oldest first, archived ones too. */
    public List<SiteView> of(long companyId) {
        return em.createNamedQuery("Site.ofCompany", Object[].class)
                .setParameter("companyId", companyId)
                .getResultStream()
                .map(Sites::view)
                .toList();
    }

    /** Whether a page of that origin may use the site's widget; {@code null} may not. Parley's own origins are not asked here. */
    public boolean allows(long siteId, String origin) {
        return get(siteId).allows(origin);
    }

    /** The site's own words by language, then by the names of the widget's; a language in which it has none is not there. */
    public Map<String, Map<String, String>> texts(SiteView site) {
        return em.createNamedQuery("SiteText.ofSite", SiteText.class)
                .setParameter("companyId", site.companyId())
                .setParameter("siteId", site.id())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        SiteText::language, Collectors.toUnmodifiableMap(SiteText::name, SiteText::text)));
    }

    /** Which of its pages' conversations go to which department; the first that fits counts. */
    public List<SiteRoute> routes(SiteView site) {
        return routes.of(site.id());
    }

    private static SiteView view(Object[] row) {
        Site s = (Site) row[0];
        return new SiteView(
                s.id(),
                s.publicId(),
                s.companyId(),
                (String) row[1],
                s.siteKey(),
                s.name(),
                s.defaultDepartmentId(),
                s.allowedOrigins(),
                s.brandColor(),
                s.languages(),
                s.reopenHours(),
                s.look(),
                s.logo(),
                s.header(),
                s.showing(),
                s.form(),
                s.invites());
    }

    private static NotFound unknown() {
        return new NotFound("There is no such site.");
    }
}
