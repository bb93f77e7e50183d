package dev.parley.access;

import java.util.Set;

/**
 * Sign-ins were ended: signed out or revoked. Their tokens are dead; sockets that were opened with them close with 4003. {@code signIns}
 * are keys as in {@link dev.parley.shared.Caller.Staff#signIn()}, those that lived under the ended one included.
 */
public record SignInEnded(long accountId, Set<Long> signIns) {
    public SignInEnded {
        signIns = Set.copyOf(signIns);
    }
}
