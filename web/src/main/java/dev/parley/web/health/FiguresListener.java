package dev.parley.web.health;

import dev.parley.cluster.Cluster;
import dev.parley.conversation.MessageLog;
import dev.parley.shared.Vitals;
import dev.parley.web.socket.live.LiveSessions;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Registers {@link Figures} on Payara. WildFly 39 has no MicroProfile Metrics: there the management port knows the server's own only. */
@WebListener
public class FiguresListener implements ServletContextListener {
    private static final Logger LOG = Logger.getLogger(FiguresListener.class.getName());

    @Inject
    private LiveSessions sessions;

    @Inject
    private MessageTimes times;

    @EJB
    private MessageLog log;

    @EJB
    private Vitals vitals;

    @EJB
    private Cluster cluster;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            Class.forName(
                    "org.eclipse.microprofile.metrics.MetricRegistry",
                    false,
                    getClass().getClassLoader());
        } catch (ClassNotFoundException none) {
            LOG.log(Level.FINE, "no MicroProfile Metrics", none);
            return;
        }
        try {
            Figures.register(sessions, log, times, vitals, cluster);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the desk's figures are not told", e);
        }
    }
}
