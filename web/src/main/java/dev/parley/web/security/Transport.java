package dev.parley.web.security;

import dev.parley.db.Settings;
import jakarta.servlet.http.HttpServletRequest;

/** How the browser reached us; a reverse proxy may have taken the encryption off. */
public final class Transport {
    private Transport() {}

    /** Whether the browser speaks https: production always does, {@code PARLEY_PUBLIC_URL} must begin so. */
    public static boolean secure(HttpServletRequest request) {
        return request.isSecure() || !Settings.demo();
    }
}
