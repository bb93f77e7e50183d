package dev.parley.access;

import java.util.List;

/**
 * A company's OpenID provider as its owner writes it.
 *
 * @param issuer the provider's address as it says it itself, https; in a demo http on this machine, too
 * @param clientId as the provider calls us, at most 200 characters
 * @param secret at most 500 bytes of UTF-8; null or blank to keep the one that is there, which another issuer does not get
 * @param secretless whether there is to be none; then {@code secret} is null or blank
 * @param domains whose e-mail addresses are led there, 1 to 20
 * @param on whether it signs anybody in
 * @param passwords whether people of these domains may sign in by password, too; an owner always may
 * @param version the one that was read, or null to write whatever stands there
 * @param password the caller's own, again; null or empty from somebody who has just come by single sign-on
 */
public record SignOnDraft(
        String issuer,
        String clientId,
        String secret,
        boolean secretless,
        List<String> domains,
        boolean on,
        boolean passwords,
        Newcomers newcomers,
        Long version,
        String password) {
    public SignOnDraft {
        domains = domains == null ? List.of() : List.copyOf(domains);
    }

    /** Never the secret or the password: this text may reach a log. */
    @Override
    public String toString() {
        return "SignOnDraft[" + clientId + " at " + issuer + "]";
    }
}
