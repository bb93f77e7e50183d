package dev.parley.web.health;

import dev.parley.shared.Vitals;
import jakarta.ejb.EJB;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Says once, at the start, what persistence the server gave us. WildFly's health subsystem does not ask an EAR's own checks, so there
 * this line is all that tells a wrongly set up server.
 */
@WebListener
public class PersistenceNote implements ServletContextListener {
    private static final Logger LOG = Logger.getLogger(PersistenceNote.class.getName());

    @EJB
    private Vitals vitals;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Vitals.Persistence persistence = vitals.persistence();
        LOG.log(
                persistence.notWoven().isEmpty() ? Level.INFO : Level.WARNING,
                "persistence provider={0} entities={1} notWoven={2}",
                new Object[] {persistence.provider(), Integer.toString(persistence.entities()), persistence.notWoven()
                });
    }
}
