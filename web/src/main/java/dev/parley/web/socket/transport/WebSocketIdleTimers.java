package dev.parley.web.socket.transport;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.reflect.Field;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Payara only: gives Tyrus a cheap scheduler for its idle time-outs. Tyrus 2.1.5 reschedules one twice for each message
 * ({@code TyrusSession.restartIdleTimeoutExecutor}), and Payara's managed executor captures the whole context each time, which makes a
 * message cost about eleven times a bare relay's. Does nothing on other servers; any failure leaves the container as it was, slower and
 * still right. See docs/adr on the sockets' transport.
 */
@WebListener
public class WebSocketIdleTimers implements ServletContextListener {
    private static final Logger LOG = Logger.getLogger(WebSocketIdleTimers.class.getName());

    private IdleTimer timer;
    private Object container;
    private Object original;
    private Field field;

    @Override
    public void contextInitialized(ServletContextEvent e) {
        Object found = e.getServletContext().getAttribute("jakarta.websocket.server.ServerContainer");
        Class<?> type = found == null ? null : found.getClass();
        while (type != null && !type.getName().equals("org.glassfish.tyrus.core.BaseContainer"))
            type = type.getSuperclass();
        if (type == null) return;
        var replacement = new IdleTimer(1_000);
        try {
            Field f = type.getDeclaredField("managedScheduledExecutorService");
            f.setAccessible(true);
            Object old = f.get(found);
            f.set(found, replacement);
            if (type.getMethod("getScheduledExecutorService").invoke(found) != replacement) {
                f.set(found, old);
                throw new IllegalStateException("not effective");
            }
            container = found;
            field = f;
            original = old;
            timer = replacement;
            LOG.info("Tyrus idle timers moved off the managed scheduled executor");
        } catch (ReflectiveOperationException | RuntimeException x) {
            replacement.shutdownNow();
            LOG.log(Level.WARNING, "Tyrus idle timers not replaced: each message will cost about three times more", x);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent e) {
        if (timer == null) return;
        try {
            field.set(container, original);
        } catch (IllegalAccessException x) {
            LOG.log(Level.FINE, "the container keeps a timer that has ended", x);
        }
        timer.shutdownNow();
    }
}
