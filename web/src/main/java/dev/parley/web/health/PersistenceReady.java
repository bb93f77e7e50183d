package dev.parley.web.health;

import dev.parley.shared.Vitals;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The server gave us EclipseLink, and the entities are the woven ones. A server set up otherwise would work, slowly, and say nothing. */
@Readiness
@ApplicationScoped
public class PersistenceReady implements HealthCheck {
    @EJB
    private Vitals vitals;

    @Override
    public HealthCheckResponse call() {
        Vitals.Persistence persistence = vitals.persistence();
        return HealthCheckResponse.named("persistence")
                .withData("provider", persistence.provider())
                .withData("entities", persistence.entities())
                .withData("notWoven", String.join(" ", persistence.notWoven()))
                .status(persistence.notWoven().isEmpty())
                .build();
    }
}
