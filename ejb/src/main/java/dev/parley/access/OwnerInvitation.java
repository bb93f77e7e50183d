package dev.parley.access;

import java.net.URI;
import java.time.Instant;

/**
 * A company's owner was invited.
 *
 * @param email to whom it belongs
 * @param link what opens the invitation, once, for whoever has it; null where it was mailed
 * @param expiresAt it opens nothing after that
 */
public record OwnerInvitation(String email, URI link, Instant expiresAt) {
    /** Never the link: only who passes it on on purpose shows it. */
    @Override
    public String toString() {
        return "OwnerInvitation[until " + expiresAt + "]";
    }
}
