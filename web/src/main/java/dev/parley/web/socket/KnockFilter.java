package dev.parley.web.socket;

import dev.parley.web.security.ClientAddress;
import dev.parley.web.security.Origins;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Remembers, while the handshake runs on this thread, who knocks: Jakarta WebSocket tells neither address nor port. */
@WebFilter(urlPatterns = "/ws/*", asyncSupported = true)
public class KnockFilter implements Filter {
    private static final ThreadLocal<Knock> CURRENT = new ThreadLocal<>();

    @Inject
    private Origins origins;

    static Knock current() {
        Knock knock = CURRENT.get();
        return knock == null ? Knock.UNKNOWN : knock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        String origin = http.getHeader("Origin");
        CURRENT.set(new Knock(ClientAddress.of(http), origin, origins.isOwn(origin, http.getServerPort())));
        try {
            chain.doFilter(request, response);
        } finally {
            CURRENT.remove();
        }
    }
}
