package dev.parley.access;

import dev.parley.shared.Caller;
import java.time.Instant;

/** Somebody is signed in: who asks, the token that says so, and until when. The token is known here and to the client only. */
public record SignedIn(Caller.Staff caller, String token, SignInKind kind, Instant expiresAt, AccountView account) {
    /** Never the token: this text may reach a log. */
    @Override
    public String toString() {
        return "SignedIn[" + kind + " of " + account.id() + " until " + expiresAt + "]";
    }
}
