package dev.parley.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie of a signed-in page: out of reach for scripts, not sent along from foreign pages, for this host alone. It is our own, not
 * the server's session, so a sign-in outlasts a restart and holds on every node. The point keeps its name apart from any visitor's
 * cookie, as no site key has one.
 */
public final class SessionCookie {
    private static final String PLAIN = "parley.session";
    private static final String SECURE = "__Host-parley.session";

    private SessionCookie() {}

    /** The token the browser brought, if it brought one. */
    public static Optional<String> read(HttpServletRequest request) {
        if (request.getCookies() == null) return Optional.empty();
        String name = name(request);
        return Arrays.stream(request.getCookies())
                .filter(c -> c.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Gives the browser a token; it forgets it when it is closed. */
    static void write(HttpServletRequest request, HttpServletResponse response, String token) {
        response.addHeader("Set-Cookie", name(request) + "=" + token + attributes(request));
    }

    /** Takes the token away again. */
    static void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Set-Cookie", name(request) + "=; Max-Age=0" + attributes(request));
    }

    private static String name(HttpServletRequest request) {
        return Transport.secure(request) ? SECURE : PLAIN;
    }

    private static String attributes(HttpServletRequest request) {
        return "; Path=/; HttpOnly; SameSite=Lax" + (Transport.secure(request) ? "; Secure" : "");
    }
}
