package dev.parley.web.security;

import dev.parley.access.SignOnDeparture;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a browser carries to its company's provider and back: that another browser cannot finish what this one began. Out of reach for
 * scripts, for this host alone, gone after ten minutes; it comes along when the provider's page leads back here.
 */
public final class SignOnCookie {
    private static final String PLAIN = "parley.sso";
    private static final String SECURE = "__Host-parley.sso";
    private static final int SECONDS = 600;

    private SignOnCookie() {}

    /** The ticket the browser brought, if it brought one. */
    public static Optional<String> read(HttpServletRequest request) {
        if (request.getCookies() == null) return Optional.empty();
        String name = name(request);
        return Arrays.stream(request.getCookies())
                .filter(c -> c.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Gives the browser a ticket; one from before is worth nothing here any more. */
    public static void write(HttpServletRequest request, HttpServletResponse response, SignOnDeparture departure) {
        set(request, response, departure.ticket(), SECONDS);
    }

    /** Takes it away again. */
    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", 0);
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
        response.addHeader(
                "Set-Cookie",
                name(request) + "=" + value + "; Max-Age=" + seconds + "; Path=/; HttpOnly; SameSite=Lax"
                        + (Transport.secure(request) ? "; Secure" : ""));
    }

    private static String name(HttpServletRequest request) {
        return Transport.secure(request) ? SECURE : PLAIN;
    }
}
