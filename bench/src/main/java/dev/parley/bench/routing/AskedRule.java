package dev.parley.bench.routing;

import java.util.List;

/** Who is not available is asked nothing, and a conversation is held out to one agent at a time unless its department rings at all. */
final class AskedRule extends Rule {
    AskedRule() {
        super("only the available are asked, and one at a time unless it rings at all");
    }

    @Override
    void after(Desk desk, Commit commit) {
        for (Agent agent : desk.agents.values()) {
            if (!agent.offers.isEmpty() && !agent.available()) {
                broken(commit.at(), agent + " is asked about " + agent.offers.values(), List.of(), List.of(agent.id));
            }
        }
        for (Chat chat : desk.chats.values()) {
            if (chat.offers.size() > 1 && !chat.offers.values().stream().allMatch(Offer::ring)) {
                broken(commit.at(), chat + " is held out as " + chat.offers.values(), List.of(chat.id), List.of());
            }
        }
    }
}
