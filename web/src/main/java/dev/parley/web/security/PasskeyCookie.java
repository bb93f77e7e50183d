package dev.parley.web.security;

import dev.parley.shared.PublicIds;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * What one browser keeps while somebody signs in by a passkey: no other can answer its challenge. Out of reach for scripts, for this host
 * alone, never sent along from a foreign page, forgotten when the browser is closed.
 */
public final class PasskeyCookie {
    private static final String PLAIN = "parley.passkey";
    private static final String SECURE = "__Host-parley.passkey";
    private static final int LONGEST = 100;

    private PasskeyCookie() {}

    /** What the browser brought, if it brought something that can be ours. */
    public static Optional<String> read(HttpServletRequest request) {
        if (request.getCookies() == null) return Optional.empty();
        String name = name(request);
        return Arrays.stream(request.getCookies())
                .filter(c -> c.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                .findFirst();
    }

    /** What the browser keeps from now on, where it keeps nothing yet; other windows of it go on with the same. */
    public static String readOrWrite(HttpServletRequest request, HttpServletResponse response) {
        return read(request).orElseGet(() -> {
            String made = PublicIds.token();
            response.addHeader(
                    "Set-Cookie",
                    name(request) + "=" + made + "; Path=/; HttpOnly; SameSite=Strict"
                            + (Transport.secure(request) ? "; Secure" : ""));
            return made;
        });
    }

    private static String name(HttpServletRequest request) {
        return Transport.secure(request) ? SECURE : PLAIN;
    }
}
