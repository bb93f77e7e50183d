package dev.parley.access.oidc;

/** As whom a company asks its provider. @param company its key @param secret null for a client without one */
public record OidcClient(long company, String issuer, String clientId, String secret) {
    /** Never the secret: this text may reach a log. */
    @Override
    public String toString() {
        return "OidcClient[" + clientId + " at " + issuer + "]";
    }
}
