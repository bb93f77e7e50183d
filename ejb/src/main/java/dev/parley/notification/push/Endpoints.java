package dev.parley.notification.push;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
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
            if (!isPublic(one)) throw new IOException("the push service has an address that is not public");
        }
        return all[0];
    }

    private boolean isNamed(URI uri) {
        return allowed.contains(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return false;
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) return isPublic4(bytes);
        return address instanceof Inet6Address && isPublic6(bytes);
    }

    /** Not this network, carriers' own, protocol assignments, measuring, reserved. */
    private static boolean isPublic4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        boolean special = first == 0
                || first >= 240
                || first == 100 && (second & 0xc0) == 64
                || first == 192 && second == 0 && (b[2] == 0 || b[2] == 2)
                || first == 198 && (second & 0xfe) == 18;
        return !special;
    }

    /** Only what is given out to the world (2000::/3), and of that nothing in which an older address hides (6to4, Teredo). */
    private static boolean isPublic6(byte[] b) {
        boolean global = (b[0] & 0xe0) == 0x20;
        boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
        boolean teredo = b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0;
        return global && !sixToFour && !teredo;
    }
}
