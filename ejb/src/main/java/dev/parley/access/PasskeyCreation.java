package dev.parley.access;

import java.util.List;

/**
 * What a browser needs to have a passkey made, within five minutes, once. Bytes are base64url.
 *
 * @param ticket comes back with the answer
 * @param origin of the pages for which it is made; in others the browser refuses
 * @param site the host whose passkeys they are
 * @param handle by which the authenticator knows the account
 * @param algorithms COSE numbers, best first
 * @param known ids of credentials that the account has already: an authenticator with one of them makes no other
 */
public record PasskeyCreation(
        String ticket,
        String challenge,
        String origin,
        String site,
        String handle,
        String email,
        String name,
        List<Integer> algorithms,
        List<String> known) {
    public PasskeyCreation {
        algorithms = List.copyOf(algorithms);
        known = List.copyOf(known);
    }
}
