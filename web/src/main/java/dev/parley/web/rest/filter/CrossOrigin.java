package dev.parley.web.rest.filter;

import dev.parley.company.SiteView;
import dev.parley.company.Sites;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.web.rest.problem.Problem;
import dev.parley.web.security.CallerContext;
import dev.parley.web.security.Origins;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Lets the customer's pages read what is for visitors: the routes of their site, and files with their visitor's token. Named one by one
 * from the site's own list, never {@code *} and never whatever asks; {@code null} and colleagues' routes never.
 */
@Provider
@PreMatching
public class CrossOrigin implements ContainerRequestFilter, ContainerResponseFilter {
    @Inject
    private Sites sites;

    @Inject
    private Origins origins;

    @Inject
    private CallerContext context;

    @Context
    private HttpServletRequest request;

    /** A browser asks before it sends. */
    @Override
    public void filter(ContainerRequestContext call) {
        String origin = call.getHeaderString("Origin");
        boolean preflight = "OPTIONS".equals(call.getMethod())
                && origin != null
                && call.getHeaderString("Access-Control-Request-Method") != null;
        if (!preflight) return;
        if (!mayRead(call, origin)) {
            call.abortWith(Problem.of(new Forbidden("Requests from this page's origin are not allowed.")));
            return;
        }
        call.abortWith(Response.noContent()
                .header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                .header("Access-Control-Allow-Headers", "Authorization, Content-Type")
                .header("Access-Control-Max-Age", 600)
                .build());
    }

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        String origin = call.getHeaderString("Origin");
        answer.getHeaders().add("Vary", "Origin");
        if (origin == null || !mayRead(call, origin)) return;
        answer.getHeaders().putSingle("Access-Control-Allow-Origin", origin);
        answer.getHeaders().putSingle("Access-Control-Allow-Credentials", "true");
    }

    private boolean mayRead(ContainerRequestContext call, String origin) {
        Optional<SiteView> site = SitePath.siteKey(call).flatMap(sites::find);
        if (site.isPresent()) return origins.forVisitor(origin, request.getLocalPort(), site.get());
        // a preflight brings no token, so the site is not known yet: own pages only
        if (!SitePath.of(call).startsWith("files")) return false;
        return origins.isOwn(origin, request.getLocalPort())
                || context.caller() instanceof Caller.Visitor v && sites.allows(v.siteId(), origin);
    }
}
