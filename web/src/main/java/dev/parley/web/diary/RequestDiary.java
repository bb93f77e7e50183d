package dev.parley.web.diary;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives every call of the API an id, says it in {@code X-Request-Id}, and writes one line about the call: so that an integrator's
 * question can be answered from the log. The query is left out, it may hold what somebody searches for; the path holds ids only.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class RequestDiary extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger("dev.parley.diary.request");
    private static final int LONGEST_PATH = 200;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = UUID.randomUUID().toString();
        long begin = System.nanoTime();
        response.setHeader("X-Request-Id", id);
        try {
            chain.doFilter(request, response);
        } finally {
            // an asynchronous call goes on after this: its line tells how long it held a thread
            write(request, response, id, (System.nanoTime() - begin) / 1_000_000);
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String id, long millis) {
        Level level = response.getStatus() >= 500 ? Level.WARNING : Level.INFO;
        if (!LOG.isLoggable(level)) return;
        LOG.log(level, "request={0} method={1} path={2} status={3} ms={4}", new Object[] {
            id,
            request.getMethod(),
            printable(request.getRequestURI()),
            Integer.toString(response.getStatus()),
            Long.toString(millis)
        });
    }

    /** Still encoded, so it has no line ends; cut, so that nobody fills the log. */
    private static String printable(String path) {
        String clean = path.replaceAll("[^!-~]", "?");
        return clean.length() <= LONGEST_PATH ? clean : clean.substring(0, LONGEST_PATH);
    }
}
