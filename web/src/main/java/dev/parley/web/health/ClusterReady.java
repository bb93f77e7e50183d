package dev.parley.web.health;

import dev.parley.cluster.Cluster;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether hints of other nodes arrive. Up in any case: without them the node looks at the database instead, and taking it out of the balancer
 * would cost more than the seconds that takes.
 */
@Readiness
@ApplicationScoped
public class ClusterReady implements HealthCheck {
    @EJB
    private Cluster cluster;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("cluster")
                .withData("shared", cluster.shared())
                .withData("connected", cluster.connected())
                .up()
                .build();
    }
}
