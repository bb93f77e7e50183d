package dev.parley.access;

import java.net.URI;

/**
 * A browser goes to its company's provider.
 *
 * @param to the provider's page
 * @param ticket what the browser brings back in a cookie: a secret, good for ten minutes and one browser
 */
public record SignOnDeparture(URI to, String ticket) {
    /** Never the ticket: this text may reach a log. */
    @Override
    public String toString() {
        return "SignOnDeparture[to " + to.getHost() + "]";
    }
}
