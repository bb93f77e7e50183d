package dev.parley.routing;

import dev.parley.agent.AgentEvent;
import dev.parley.routing.persistence.ReachLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Keeps what happens to agents' connections and capacities, in the very transaction in which it happens, so that a day can be replayed. */
@ApplicationScoped
class ReachKeeper {
    @Inject
    ReachLog log;

    @Inject
    Clock clock;

    void connected(@Observes AgentEvent.Connected news) {
        log.connection(news.companyId(), news.accountId(), "connected", clock.instant());
    }

    void disconnected(@Observes AgentEvent.Disconnected news) {
        log.connection(news.companyId(), news.accountId(), "disconnected", clock.instant());
    }

    void lost(@Observes AgentEvent.ConnectionLost news) {
        log.connection(news.companyId(), news.accountId(), "lost", clock.instant());
    }

    void limited(@Observes AgentEvent.CapacityChanged news) {
        log.capacity(news.companyId(), news.accountId(), news.capacity(), clock.instant());
    }
}
