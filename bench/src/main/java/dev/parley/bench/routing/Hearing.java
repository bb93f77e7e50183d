package dev.parley.bench.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the agents' sockets heard of offers, and when each agent had a socket. Written by the driver; agents and conversations by public id. */
final class Hearing {
    private record Said(String agent, String conversation) {}

    private final Map<Said, List<Long>> offers = new HashMap<>();
    private final Map<String, List<long[]>> sockets = new HashMap<>();

    /** An agent's socket is welcomed. */
    synchronized void connected(String agent, long at) {
        sockets.computeIfAbsent(agent, id -> new ArrayList<>()).add(new long[] {at, Long.MAX_VALUE});
    }

    /** It is no more. Nothing happens where there is none. */
    synchronized void gone(String agent, long at) {
        List<long[]> all = sockets.getOrDefault(agent, List.of());
        if (!all.isEmpty()) {
            long[] last = all.get(all.size() - 1);
            last[1] = Math.min(last[1], at);
        }
    }

    /** An {@code offer} frame came. */
    synchronized void offered(String agent, String conversation, long at) {
        offers.computeIfAbsent(new Said(agent, conversation), said -> new ArrayList<>())
                .add(at);
    }

    /** The first time within the span that the agent was told of the conversation; -1 for never. */
    synchronized long firstTold(String agent, String conversation, long from, long to) {
        for (long at : offers.getOrDefault(new Said(agent, conversation), List.of())) {
            if (at >= from && at <= to) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the agent had one and the same socket all the time. */
    synchronized boolean heardAllOf(String agent, long from, long to) {
        return sockets.getOrDefault(agent, List.of()).stream().anyMatch(span -> span[0] <= from && span[1] >= to);
    }
}
