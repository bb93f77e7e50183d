package dev.parley.access.oidc;

/**
 * Whom an ID token is about, after it was found right.
 *
 * @param subject what the provider calls the person, for ever
 * @param email in lower case, or null where the provider says none that is one
 * @param verified whether the provider has seen that the address is the person's
 * @param name or null
 */
public record IdClaims(String subject, String email, boolean verified, String name) {}
