package dev.parley.access.oidc;

import dev.parley.db.Settings;
import dev.parley.shared.PublicNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a provider may be. A company names it, so the server must not become a way into the operator's network: only https, and every
 * address that the name has when it is asked must be public.
 *
 * @param loopback whether a provider on this machine will do, without encryption: a demo
 * @param own https origins in the operator's own network that the operator has named
 */
public record ProviderNetwork(boolean loopback, Set<String> own) {
    private static final int MOST = 500;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public ProviderNetwork {
        own = Set.copyOf(own);
    }

    /** As the operator has it. */
    public static ProviderNetwork now() {
        Set<String> own = Stream.of(Settings.get("PARLEY_SSO_ALLOW", "").split(","))
                .map(String::strip)
                .filter(origin -> origin.startsWith("https://"))
                .collect(Collectors.toUnmodifiableSet());
        return new ProviderNetwork(Settings.demo(), own);
    }

    /** The address, if a provider could have it. */
    public Optional<URI> check(String text) {
        if (text == null || text.length() > MOST || !text.chars().allMatch(c -> c > ' ' && c < 127))
            return Optional.empty();
        try {
            URI uri = new URI(text);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null)
                return Optional.empty();
            return "https".equals(uri.getScheme()) || isHere(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Where it is now. Whoever connects must take this very address: a name may point elsewhere a moment later.
     *
     * @throws IOException if the name is unknown, or any of its addresses may not be asked
     */
    InetAddress find(URI uri) throws IOException {
        String host = uri.getHost();
        InetAddress[] all =
                InetAddress.getAllByName(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        boolean named = own.contains(uri.getScheme() + "://" + uri.getRawAuthority());
        for (InetAddress one : all) {
            boolean fine = named || PublicNetwork.has(one) || loopback && isHere(uri) && one.isLoopbackAddress();
            if (!fine) throw new IOException("the provider has an address that is not public");
        }
        return all[0];
    }

    /** On this machine, without encryption. */
    private boolean isHere(URI uri) {
        return loopback && "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
    }
}
