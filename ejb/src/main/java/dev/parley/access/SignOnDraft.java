package dev.parley.access;

import java.util.List;

/**
 * A company's OpenID provider as its owner writes it.
 *
 * @param issuer the provider's address as it says it itself, https; in a demo http on this machine, too
 * @param clientId as the provider calls us, at most 200 characters
 * @param secret at most 500 characters; null or blank to keep the one that is there
 * @param domains whose e-mail addresses are led there, 1 to 20
 * @param on whether it signs anybody in
 * @param passwords whether people of these domains may sign in by password, too; an owner always may
 * @param version the one that was read, or null to write whatever stands there
 */
public record SignOnDraft(
        String issuer,
        String clientId,
        String secret,
        List<String> domains,
        boolean on,
        boolean passwords,
        Newcomers newcomers,
        Long version) {
    public SignOnDraft {
        domains = domains == null ? List.of() : List.copyOf(domains);
    }

    /** Never the secret: this text may reach a log. */
    @Override
    public String toString() {
        return "SignOnDraft[" + clientId + " at " + issuer + "]";
    }
}
