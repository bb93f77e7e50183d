package dev.parley.bench.routing;

import dev.parley.bench.routing.Commit.Change;
import java.util.List;

/** Whoever goes back to a queue, or to another one, keeps the time it has waited. */
final class PlaceRule extends Rule {
    private long returns;

    PlaceRule() {
        super("a conversation that waits again keeps its waiting time");
    }

    @Override
    void before(Desk desk, Commit commit) {
        for (Change change : commit.changes()) {
            Chat chat = change.table().equals("conversation") ? desk.chats.get(change.key(0)) : null;
            if (chat == null || chat.status.equals("closed")) {
                continue;
            }
            if (chat.open() && "waiting".equals(change.text(4))) {
                returns++;
            }
            if (change.key(6) != chat.waitingSince) {
                broken(commit.at(), chat + " waits since " + change.key(6) + " now", List.of(chat.id), List.of());
            }
        }
    }

    /** How many went back to a queue. */
    long returns() {
        return returns;
    }
}
