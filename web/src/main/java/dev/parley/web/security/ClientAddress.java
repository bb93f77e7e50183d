package dev.parley.web.security;

import dev.parley.db.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a request really comes from. {@code X-Forwarded-For} is believed only as far as it was written by {@code PARLEY_TRUSTED_PROXIES}
 * (addresses, comma-separated; empty by default): from the right, the first address that is no trusted proxy is the client.
 */
public final class ClientAddress {
    private static final int MAX_LENGTH = 64;
    private static final Set<String> TRUSTED = Arrays.stream(
                    Settings.get("PARLEY_TRUSTED_PROXIES", "").split(","))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private ClientAddress() {}

    /** At most 64 characters. */
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"), TRUSTED);
    }

    static String of(String peer, String forwarded, Set<String> trusted) {
        String client = String.valueOf(peer);
        if (forwarded != null) {
            String[] hops = forwarded.split(",");
            for (int i = hops.length - 1; i >= 0 && trusted.contains(client); i--) client = hops[i].strip();
        }
        return client.length() <= MAX_LENGTH ? client : client.substring(0, MAX_LENGTH);
    }
}
