package dev.parley.web.security;

import dev.parley.db.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where a request really comes from. Behind a reverse proxy that {@code PARLEY_TRUSTED_PROXIES} names (addresses or networks, separated
 * by commas; none unless told) it is what the last trusted proxy says in {@code X-Forwarded-For}; anybody else's header is not believed.
 */
public final class ClientAddress {
    private static final List<Network> TRUSTED = networks(Settings.get("PARLEY_TRUSTED_PROXIES", ""));

    private ClientAddress() {}

    /** An address as text, at most 64 characters. */
    public static String of(HttpServletRequest request) {
        return of(
                String.valueOf(request.getRemoteAddr()),
                Collections.list(request.getHeaders("X-Forwarded-For")),
                TRUSTED);
    }

    /** @throws IllegalStateException if it does not list addresses and networks */
    static List<Network> networks(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .map(Network::of)
                .toList();
    }

    /** From the right, the first that is not a proxy of ours; what stands left of it anybody may have written. */
    static String of(String peer, List<String> forwarded, List<Network> trusted) {
        List<String> hops = forwarded.stream()
                .flatMap(h -> Arrays.stream(h.split(",")))
                .map(String::strip)
                .toList();
        String client = peer;
        for (int i = hops.size() - 1; i >= 0 && trusts(trusted, client); i--) {
            if (!Network.isAddress(hops.get(i))) return client;
            client = hops.get(i);
        }
        return client;
    }

    private static boolean trusts(List<Network> trusted, String address) {
        return trusted.stream().anyMatch(n -> n.contains(address));
    }
}
