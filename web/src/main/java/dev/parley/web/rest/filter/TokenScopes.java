package dev.parley.web.rest.filter;

import dev.parley.access.Scope;
import dev.parley.access.TokenCaller;
import dev.parley.shared.DeskException;
import dev.parley.shared.Forbidden;
import dev.parley.shared.RateLimits.Standing;
import dev.parley.web.rest.filter.RouteScopes.Rule;
import dev.parley.web.rest.problem.Problem;
import dev.parley.web.rest.problem.ScopeMissing;
import dev.parley.web.security.CallerContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;

/** Lets a program in where its token's scopes say so, and tells it how often it may still ask. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class TokenScopes implements ContainerRequestFilter, ContainerResponseFilter {
    @Inject
    private CallerContext context;

    @Inject
    private TokenRate rate;

    @Override
    public void filter(ContainerRequestContext call) {
        try {
            context.token().ifPresent(program -> require(program, call));
        } catch (DeskException e) {
            call.abortWith(Problem.of(e));
        }
    }

    private static void require(TokenCaller program, ContainerRequestContext call) {
        Rule rule = RouteScopes.of(call.getMethod(), call.getUriInfo().getPath(false));
        if (rule.open()) return;
        Optional<Scope> scope = rule.scope();
        if (scope.isEmpty()) throw new Forbidden("API tokens are not let in here; sign in.");
        if (!program.scopes().contains(scope.get())) throw new ScopeMissing(scope.get());
    }

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        rate.standing().ifPresent(standing -> tell(standing, answer));
    }

    private static void tell(Standing standing, ContainerResponseContext answer) {
        answer.getHeaders().putSingle("RateLimit-Limit", standing.limit());
        answer.getHeaders().putSingle("RateLimit-Remaining", standing.left());
        answer.getHeaders().putSingle("RateLimit-Reset", seconds(standing.full()));
    }

    /** Rounded up: after so many it is true. */
    private static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }
}
