package dev.parley.routing;

import dev.parley.agent.AgentEvent;
import dev.parley.agent.Presence;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.routing.persistence.WaitingLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * What an agent gives back by leaving, in the very transaction in which the agent leaves: nobody who is not AVAILABLE and reachable has an
 * open offer, at any moment. Going offline by word keeps what is in hand; only a lost connection gives that back too.
 */
@ApplicationScoped
class OfferReturns {
    static final String CONNECTION_LOST = "connection lost";

    @Inject
    OfferDesk desk;

    @Inject
    WaitingLine line;

    @Inject
    Lifecycle lifecycle;

    void presenceChanged(@Observes AgentEvent.PresenceChanged news) {
        if (news.status() != Presence.AVAILABLE) desk.withdrawAll(news.accountId());
    }

    void disconnected(@Observes AgentEvent.Disconnected news) {
        desk.withdrawAll(news.accountId());
    }

    void connectionLost(@Observes AgentEvent.ConnectionLost news) {
        for (long conversation : line.inHand(news.companyId(), news.accountId())) {
            boolean stillIs = line.lock(news.companyId(), conversation)
                    .filter(item -> item.openWith(news.accountId()))
                    .isPresent();
            if (stillIs) lifecycle.requeue(conversation, Author.SYSTEM, CONNECTION_LOST);
        }
        desk.withdrawAll(news.accountId());
    }
}
