package dev.parley.bench.fault;

import dev.parley.bench.client.DeskSocket;
import dev.parley.bench.client.Json;
import dev.parley.bench.client.Loop;
import dev.parley.bench.client.Person;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Ends the conversations of a crowd that has gone, so that the next one on the same server finds the agents with room. Told to no history:
 * the rules are about what was said before.
 */
final class Farewell {
    private Farewell() {}

    /** @param conversations by the token of their visitor */
    static void say(URI server, Map<String, List<String>> conversations) throws Exception {
        try (Loop loop = new Loop()) {
            for (var entry : conversations.entrySet()) {
                Person visitor = Person.connect(loop, server, "visitor", entry.getKey(), frame -> {});
                for (String conversation : entry.getValue()) close(visitor, conversation);
                visitor.leave();
            }
        }
    }

    private static void close(Person visitor, String conversation) throws Exception {
        try {
            visitor.ask(Json.object("type", "close", "conversation", conversation));
        } catch (ExecutionException e) {
            // one that was closed already is refused as such, and is what we want
            if (!(e.getCause() instanceof DeskSocket.Refusal)) throw e;
        }
    }
}
