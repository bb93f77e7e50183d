package dev.parley.access;

/**
 * What a browser brings back from a provider. Nothing of it is believed before it was checked.
 *
 * @param company the public id in the path that the browser came back to; null where it is missing
 * @param ticket from the cookie, or null
 * @param state from the address's query, as all that follows; null where it is missing
 * @param issuer who the provider says it is (RFC 9207)
 * @param error why the provider let nobody in
 */
public record SignOnReturn(String company, String ticket, String state, String code, String issuer, String error) {
    /** Nothing that is secret. */
    @Override
    public String toString() {
        return "SignOnReturn[]";
    }
}
