package dev.parley.web.rest.filter;

import dev.parley.access.TokenCaller;
import dev.parley.shared.Limit;
import dev.parley.shared.RateLimits;
import dev.parley.shared.RateLimits.Standing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** How often the program that asks may still ask; a node counts for itself. */
@RequestScoped
public class TokenRate {
    @Inject
    private RateLimits limits;

    private Standing standing;

    /** Counts a request. @throws dev.parley.shared.RateLimited if that was one too many */
    public void count(TokenCaller program) {
        standing = limits.count(Limit.TOKEN_REQUESTS, program.id());
        standing.require();
    }

    /** How it stands after this request; nothing where no program asks. */
    public Optional<Standing> standing() {
        return Optional.ofNullable(standing);
    }
}
