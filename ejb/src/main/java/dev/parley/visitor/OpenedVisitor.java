package dev.parley.visitor;

import dev.parley.shared.Caller;
import java.time.Instant;

/**
 * A visitor came, new or again.
 *
 * @param caller who asks from now on
 * @param token the bearer, for this site only, until {@code expiresAt}
 * @param cookie what the browser keeps to be the same visitor next time
 * @param name as the visitor said it, or null
 */
public record OpenedVisitor(Caller.Visitor caller, String token, Instant expiresAt, String cookie, String name) {
    /** Neither token nor cookie: this text may reach a log. */
    @Override
    public String toString() {
        return "OpenedVisitor[" + caller.publicId() + " until " + expiresAt + "]";
    }
}
