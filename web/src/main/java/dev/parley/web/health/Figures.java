package dev.parley.web.health;

import dev.parley.conversation.MessageLog;
import dev.parley.shared.Vitals;
import dev.parley.web.socket.live.LiveSessions;
import jakarta.enterprise.inject.spi.CDI;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Parley's own figures in the server's registry. Loaded only where the server has MicroProfile Metrics. */
final class Figures {
    private Figures() {}

    static void register(LiveSessions sessions, MessageLog log, MessageTimes times, Vitals vitals) {
        MetricRegistry registry = CDI.current().select(MetricRegistry.class).get();
        registry.gauge("parley_connections", sessions::count);
        registry.gauge("parley_messages_in_queue", log::waiting);
        registry.gauge("parley_messages_stored", times::count);
        registry.gauge("parley_messages_stored_seconds", times::seconds);
        registry.gauge("parley_conversations_waiting", vitals::conversationsWaiting);
    }
}
