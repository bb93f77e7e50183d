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
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Map;

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

    /**
     * A handshake without the parameters of its address, of which the protocol has none: Tyrus asks for them, and Payara keeps the buffers it
     * decodes them in, 4 KB, as long as the socket is open.
     */
    private static final class WithoutParameters extends HttpServletRequestWrapper {
        WithoutParameters(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        String origin = http.getHeader("Origin");
        CURRENT.set(new Knock(ClientAddress.of(http), origin, origins.isOwn(origin, http.getServerPort())));
        try {
            chain.doFilter(new WithoutParameters(http), response);
        } finally {
            CURRENT.remove();
        }
    }
}
