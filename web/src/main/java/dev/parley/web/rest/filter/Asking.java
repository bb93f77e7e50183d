package dev.parley.web.rest.filter;

import dev.parley.access.ApiTokens;
import dev.parley.access.SignIns;
import dev.parley.access.SignedIn;
import dev.parley.access.TokenCaller;
import dev.parley.company.AccessSuspended;
import dev.parley.company.Sites;
import dev.parley.operator.OperatorToken;
import dev.parley.shared.Caller;
import dev.parley.shared.DeskException;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Limit;
import dev.parley.shared.RateLimits;
import dev.parley.shared.Unauthorized;
import dev.parley.visitor.Visitors;
import dev.parley.web.rest.problem.Problem;
import dev.parley.web.security.CallerContext;
import dev.parley.web.security.ClientAddress;
import dev.parley.web.security.Origins;
import dev.parley.web.security.SessionCookie;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who asks. A bearer says it, a colleague's, a program's, a visitor's or the operator's. Without one the session cookie of a signed-in page does, but only
 * for reading and for fetching a bearer: what changes something must bring a token that no foreign page can make a browser send.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Asking implements ContainerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final String FOR_A_BEARER = "sessions/socket";
    /** Where the operator's token is looked at; nowhere else does it open anything. */
    private static final String OPERATORS = "operator/";

    /** What visitors read, of whatever company. */
    private static final Set<String> VISITORS = Set.of("sites/", "files/");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private OperatorToken operator;

    @Inject
    private SignIns signIns;

    @Inject
    private ApiTokens tokens;

    @Inject
    private TokenRate rate;

    @Inject
    private Visitors visitors;

    @Inject
    private Sites sites;

    @Inject
    private Origins origins;

    @Inject
    private CallerContext context;

    @Inject
    private RateLimits limits;

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext call) {
        try {
            limits.take(Limit.REQUESTS, ClientAddress.of(request));
            Caller caller = caller(call);
            checkOrigin(call, caller);
            if (context.token().isEmpty()) context.ask(caller);
        } catch (DeskException e) {
            call.abortWith(Problem.of(e));
        }
    }

    private Caller caller(ContainerRequestContext call) {
        String header = call.getHeaderString("Authorization");
        if (header != null) return ofBearer(header, SitePath.of(call).startsWith(OPERATORS));
        boolean cookieWillDo =
                READING.contains(call.getMethod()) || SitePath.of(call).equals(FOR_A_BEARER);
        if (!cookieWillDo) return Caller.NOBODY;
        if (context.page().isPresent()) return context.page().get().caller();
        try {
            return SessionCookie.read(request)
                    .flatMap(signIns::authenticatePage)
                    .map(signedIn -> CallerContext.signedIn(request, signedIn))
                    .<Caller>map(SignedIn::caller)
                    .orElse(Caller.NOBODY);
        } catch (AccessSuspended e) {
            // the browser may be at another company's site: its visitors are not asked for a colleague's cookie
            if (VISITORS.stream().anyMatch(SitePath.of(call)::startsWith)) return Caller.NOBODY;
            throw e;
        }
    }

    private Caller ofBearer(String header, boolean forOperators) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) throw ended();
        String token = header.substring(BEARER.length()).strip();
        if (forOperators) {
            Optional<Caller> known = operator.recognise(token, ClientAddress.of(request));
            if (known.isPresent()) return known.get();
        }
        if (token.startsWith("pv_")) {
            return visitors.authenticate(token, ClientAddress.of(request)).orElseThrow(Asking::ended);
        }
        if (token.startsWith(ApiTokens.BEGINNING)) return program(token);
        return signIns.authenticate(token).orElseThrow(Asking::ended).caller();
    }

    private Caller program(String token) {
        TokenCaller program = tokens.authenticate(token).orElseThrow(Asking::ended);
        context.ask(program);
        rate.count(program);
        return program.caller();
    }

    /** A visitor's routes take the site's pages, all others only our own. Foreign pages are refused whatever token they bring. */
    private void checkOrigin(ContainerRequestContext call, Caller caller) {
        String origin = call.getHeaderString("Origin");
        int port = request.getLocalPort();
        if (origins.forStaff(origin, port)) return;
        boolean allowed = caller instanceof Caller.Visitor visitor
                ? sites.allows(visitor.siteId(), origin)
                : SitePath.siteKey(call)
                        .flatMap(sites::find)
                        .filter(s -> s.allows(origin))
                        .isPresent();
        if (!allowed) throw new Forbidden("Requests from this page's origin are not allowed.");
    }

    private static Unauthorized ended() {
        return new Unauthorized("The token is not valid, or its time is over.");
    }
}
