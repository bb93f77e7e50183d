package dev.parley.access;

import java.net.URI;
import java.util.List;

/**
 * A company's OpenID provider as its owner reads it; empty texts where nothing was said yet.
 *
 * @param secretKept whether there is a secret; it is never shown
 * @param back the address that the provider has to know, where browsers come back to
 */
public record SignOnView(
        String issuer,
        String clientId,
        boolean secretKept,
        List<String> domains,
        boolean on,
        boolean passwords,
        Newcomers newcomers,
        URI back,
        long version) {
    public SignOnView {
        domains = List.copyOf(domains);
    }
}
