package dev.parley.web.health;

import dev.parley.shared.Vitals;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The database answers: without it nothing can be acknowledged. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(DatabaseReady.class.getName());

    @EJB
    private Vitals vitals;

    @Override
    public HealthCheckResponse call() {
        try {
            vitals.askDatabase();
            return HealthCheckResponse.up("database");
        } catch (SQLException | EJBException e) {
            // the reason goes to the log only: this answer is public and the message may name hosts and users
            LOG.log(Level.WARNING, "the database does not answer", e);
            return HealthCheckResponse.down("database");
        }
    }
}
