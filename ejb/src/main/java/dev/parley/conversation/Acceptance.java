package dev.parley.conversation;

import dev.parley.shared.Caller;

/** Makes an agent the owner of a waiting conversation, under the rules of routing: an agent who writes into one accepts it first. */
public interface Acceptance {
    /** @throws dev.parley.shared.Refused if it is taken, not waiting any more, or over the agent's capacity */
    void accept(Caller.Staff agent, long conversationId);
}
