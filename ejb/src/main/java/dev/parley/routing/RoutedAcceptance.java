package dev.parley.routing;

import dev.parley.conversation.Acceptance;
import dev.parley.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets an agent who writes into a waiting conversation accept it first, by the same rules as by the button. */
@ApplicationScoped
class RoutedAcceptance implements Acceptance {
    @Inject
    Offers offers;

    @Override
    public void accept(Caller.Staff agent, long conversationId) {
        offers.accept(agent, conversationId);
    }
}
