package dev.parley.web.security;

import dev.parley.access.SignedIn;
import dev.parley.shared.Digests;
import dev.parley.shared.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Proves that a request comes from a page we rendered for this sign-in: signed, so that nothing is stored, and dead with the sign-in. */
@ApplicationScoped
public class CsrfTokens {
    private static final String PURPOSE = "csrf";

    private final Secrets secrets;

    protected CsrfTokens() {
        this(null);
    }

    @Inject
    public CsrfTokens(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What the page writes into its forms and its {@code parley-csrf} meta element, to be sent as {@code X-Parley-CSRF}. */
    public String of(SignedIn signedIn) {
        return secrets.sign(PURPOSE, Digests.sha256(signedIn.token()));
    }

    /** Whether the request brought the token of that sign-in. */
    public boolean matches(SignedIn signedIn, String token) {
        return secrets.verify(PURPOSE, Digests.sha256(signedIn.token()), token);
    }
}
