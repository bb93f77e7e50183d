package dev.parley.notification.push;

import dev.parley.shared.PublicNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Where a notification may go. The address comes from a visitor, so the server must not become a way into its own network: only https on
 * its own port at a name, and every address that the name has when it is asked must be public.
 *
 * @param allowed origins that may be anything, for tests
 */
public record Endpoints(Set<String> allowed) {
    private static final int MOST = 1000;
    private static final int HTTPS = 443;

    /** The address, if a push service could have it. */
    public Optional<URI> check(String text) {
        if (text == null || text.length() > MOST || !text.chars().allMatch(c -> c > ' ' && c < 127))
            return Optional.empty();
        try {
            URI uri = new URI(text);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null)
                return Optional.empty();
            boolean usual = "https".equals(uri.getScheme()) && (uri.getPort() == -1 || uri.getPort() == HTTPS);
            return usual || isNamed(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Where it is now. Whoever connects must take this very address: a name may point elsewhere a moment later.
     *
     * @throws IOException if the name is unknown, or any of its addresses is not public
     */
    InetAddress find(URI endpoint) throws IOException {
        String host = endpoint.getHost();
        InetAddress[] all =
                InetAddress.getAllByName(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        if (isNamed(endpoint)) return all[0];
        for (InetAddress one : all) {
            if (!PublicNetwork.has(one)) throw new IOException("the push service has an address that is not public");
        }
        return all[0];
    }

    private boolean isNamed(URI uri) {
        return allowed.contains(uri.getScheme() + "://" + uri.getRawAuthority());
    }
}
