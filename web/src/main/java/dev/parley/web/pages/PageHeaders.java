package dev.parley.web.pages;

import dev.parley.db.Settings;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What every answer says to the browser, whatever it is: do not guess types, do not tell others where our people are, no camera, no
 * place. A page may replace a header before it writes. Content security policies stand with the pages ({@link PagePolicy}).
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PageHeaders implements Filter {
    private static final String[] STAFF_PAGES = {
        "/console", "/portal", "/login", "/logout", "/account", "/language", "/reset", "/join", "/mailbox", "/setup"
    };

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        set((HttpServletRequest) request, (HttpServletResponse) response);
        chain.doFilter(request, response);
    }

    private static void set(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), payment=(), usb=()");
        if (!Settings.demo()) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        if (forStaff(request.getServletPath())) {
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("X-Frame-Options", "DENY");
        }
    }

    private static boolean forStaff(String path) {
        for (String page : STAFF_PAGES) {
            if (path.equals(page) || path.startsWith(page + "/") || path.startsWith(page + ".")) return true;
        }
        return false;
    }
}
