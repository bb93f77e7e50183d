package dev.parley.web.health;

import dev.parley.cluster.Cluster;
import dev.parley.conversation.MessageLog;
import dev.parley.shared.Vitals;
import dev.parley.web.socket.live.LiveSessions;
import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Parley's own figures in the server's registry. No bean, so that it is loaded only where the server has MicroProfile Metrics; yet CDI
 * fills its field, because Payara 6.2025.10 gives its registry to fields and parameters only, not to a programmatic look-up.
 */
public class Figures {
    @Inject
    private MetricRegistry registry;

    static void register(LiveSessions sessions, MessageLog log, MessageTimes times, Vitals vitals, Cluster cluster) {
        MetricRegistry registry =
                new Unmanaged<>(Figures.class).newInstance().produce().inject().get().registry;
        registry.gauge("parley_connections", sessions::count);
        registry.gauge("parley_messages_in_queue", log::waiting);
        registry.gauge("parley_messages_stored", times::count);
        registry.gauge("parley_messages_stored_seconds", times::seconds);
        registry.gauge("parley_conversations_waiting", vitals::conversationsWaiting);
        if (!cluster.shared()) return;
        registry.gauge("parley_cluster_connected", () -> cluster.connected() ? 1 : 0);
        registry.gauge("parley_cluster_hints_sent", cluster::told);
        registry.gauge("parley_cluster_hints_heard", cluster::heard);
        registry.gauge("parley_cluster_looks_that_found", cluster::finds);
    }
}
