package dev.parley.web.socket;

import dev.parley.web.security.ClientAddress;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Remembers, while the handshake runs on this thread, from where it comes: Jakarta WebSocket does not say. */
@WebFilter(urlPatterns = "/ws/*", asyncSupported = true)
public class KnockingAddress implements Filter {
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    /** The address, or {@code unknown} outside of a handshake. */
    static String current() {
        String address = CURRENT.get();
        return address == null ? "unknown" : address;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CURRENT.set(ClientAddress.of((HttpServletRequest) request));
        try {
            chain.doFilter(request, response);
        } finally {
            CURRENT.remove();
        }
    }
}
