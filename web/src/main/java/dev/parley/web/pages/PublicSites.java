package dev.parley.web.pages;

import dev.parley.agent.TeamFaces;
import dev.parley.company.Availability;
import dev.parley.company.Sites;
import dev.parley.company.Suspensions;
import dev.parley.notification.WebPush;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Sites as the public sees them. */
@ApplicationScoped
public class PublicSites {
    private Sites sites;
    private Availability availability;
    private TeamFaces team;
    private WebPush push;
    private Suspensions suspensions;

    protected PublicSites() {}

    @Inject
    public PublicSites(Sites sites, Availability availability, TeamFaces team, WebPush push, Suspensions suspensions) {
        this.sites = sites;
        this.availability = availability;
        this.team = team;
        this.push = push;
        this.suspensions = suspensions;
    }

    /** Whether nobody is let in there: its company is suspended. */
    boolean away(PublicSite site) {
        return suspensions.suspended(site.site().companyId());
    }

    /** The site with that key, if there is one. */
    Optional<PublicSite> find(String siteKey) {
        return sites.find(siteKey)
                .map(site -> new PublicSite(
                        site,
                        sites.texts(site),
                        () -> availability.ofSite(site),
                        new Remembered<>(() -> team.there(site.companyId())),
                        push.key().orElse(null)));
    }
}
