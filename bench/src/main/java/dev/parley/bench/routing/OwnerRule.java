package dev.parley.bench.routing;

import java.util.List;

/** Open is what has an owner, and nothing else has one. */
final class OwnerRule extends Rule {
    OwnerRule() {
        super("no conversation is open without an owner, and none waits with one");
    }

    @Override
    void after(Desk desk, Commit commit) {
        for (Commit.Change change : commit.changes()) {
            if (!change.table().equals("conversation")) {
                continue;
            }
            Chat chat = desk.chats.get(change.key(0));
            if (chat != null && chat.open() == (chat.agent == null)) {
                broken(commit.at(), chat + " has the owner " + chat.agent, List.of(chat.id), List.of());
            }
        }
    }
}
