package dev.parley.web.health;

import dev.parley.db.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Figures tell how busy a company is: {@code /metrics} wants the bearer {@code PARLEY_METRICS_TOKEN}, and where none is set it answers
 * this machine only. What a reverse proxy passes on comes from elsewhere, even when the proxy stands on this machine.
 */
@WebFilter(urlPatterns = {"/metrics", "/metrics/*"})
public class MetricsGuard extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (allowed(request)) chain.doFilter(request, response);
        else response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static boolean allowed(HttpServletRequest request) throws IOException {
        Optional<String> token = Settings.find("PARLEY_METRICS_TOKEN");
        if (token.isPresent()) return same("Bearer " + token.get(), request.getHeader("Authorization"));
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }

    /** Takes as long for a wrong token as for the right one. */
    private static boolean same(String wanted, String given) {
        return given != null
                && MessageDigest.isEqual(
                        wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
