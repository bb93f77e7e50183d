package dev.parley.web.rest.notbuilt;

import dev.parley.company.Sites;
import dev.parley.shared.Permission;
import dev.parley.web.rest.problem.NotBuilt;
import dev.parley.web.security.CallerContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Answers for a route that is not built: first whether the caller may, then that there is nothing yet. */
@RequestScoped
class Routes {
    @Inject
    CallerContext context;

    @Inject
    Sites sites;

    /** For colleagues with that permission. */
    public NotBuilt forStaff(Permission permission) {
        context.caller().require(permission);
        return new NotBuilt();
    }

    /** For everybody, on a site that exists. */
    public NotBuilt forAnyone(String siteKey) {
        sites.require(siteKey);
        return new NotBuilt();
    }

    /** For a visitor of that site. @throws dev.parley.shared.NotFound if the visitor is another site's */
    public NotBuilt forVisitor(String siteKey) {
        var visitor = context.caller().requireVisitor();
        if (sites.require(siteKey).id() != visitor.siteId())
            throw new dev.parley.shared.NotFound("There is no such site.");
        return new NotBuilt();
    }
}
