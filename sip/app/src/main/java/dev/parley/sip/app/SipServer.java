package dev.parley.sip.app;

import dev.parley.db.Settings;
import dev.parley.shared.Migration;
import dev.parley.sip.container.SipContainer;
import dev.parley.sip.container.SipSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.sip.SipServlet;

/**
 * Owns the SIP sockets: opened when the tables are there, closed before the application goes, so that it can be deployed
 * again at once. The servlets are CDI beans, found by their annotation, with everything injected; that works alike in
 * the WAR and, as EJB module, in the EAR.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@DenyAll
public class SipServer {
    private static final Logger LOG = Logger.getLogger(SipServer.class.getName());
    private static final Set<String> METHODS = Set.of(OptionsServlet.ALLOW.split(", "));

    private final List<Instance.Handle<SipServlet>> servlets = new ArrayList<>();
    private SipContainer container;

    @Inject
    Migration migration;

    @Inject
    @Any
    Instance<SipServlet> found;

    @PostConstruct
    void open() {
        int port = Settings.number("PARLEY_SIP_PORT", 5060);
        if (port == 0) {
            LOG.info("SIP is off");
            return;
        }
        migration.applied(); // waits: a SIP message must not meet a database without tables
        String bind = Settings.get("PARLEY_SIP_BIND", Settings.demo() ? "127.0.0.1" : "0.0.0.0");
        found.handles().forEach(servlets::add);
        try {
            container = SipContainer.start(SipSettings.of(InetAddress.getByName(bind), port, METHODS), annotated());
        } catch (IOException | ServletException | RuntimeException e) {
            close();
            throw new IllegalStateException(
                    "SIP cannot start on PARLEY_SIP_BIND=" + bind + " PARLEY_SIP_PORT=" + port + " (0 turns it off): "
                            + e.getMessage(),
                    e);
        }
        LOG.log(Level.INFO, "SIP listens on {0}:{1} (UDP, TCP), {2} servlets", new Object[] {
            bind, String.valueOf(port), servlets.size()
        });
    }

    private List<SipServlet> annotated() {
        return servlets.stream()
                .filter(handle -> handle.getBean()
                        .getBeanClass()
                        .isAnnotationPresent(javax.servlet.sip.annotation.SipServlet.class))
                .map(Instance.Handle::get)
                .toList();
    }

    @PreDestroy
    void close() {
        if (container != null) {
            container.close();
            container = null;
            LOG.info("SIP stopped");
        }
        servlets.forEach(Instance.Handle::destroy);
        servlets.clear();
    }
}
