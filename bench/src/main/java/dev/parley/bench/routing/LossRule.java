package dev.parley.bench.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an agent has whose connection is lost goes back to the queue: 30 s after a node last said that the agent is there, and the two seconds
 * that everything may take. This is the bound for all that a node held that died.
 */
final class LossRule extends Rule {
    /** PARLEY_CONNECTION_GRACE_SECONDS as it is unless told otherwise, and the bound of everything. */
    static final long BOUND = 32_000_000;

    private static final long GRACE = 30_000_000;

    private final Map<Long, Long> told = new HashMap<>();
    private long worst;

    LossRule() {
        super("what a lost connection held is given back within the grace time of 30 s and 2 s more");
    }

    @Override
    void after(Desk desk, Commit commit) {
        look(desk, commit.at());
    }

    @Override
    void tick(Desk desk, long at) {
        look(desk, at);
    }

    private void look(Desk desk, long at) {
        for (Agent agent : desk.agents.values()) {
            if (agent.load() == 0 || agent.seen == 0 || at - agent.seen <= GRACE) {
                continue;
            }
            worst = Math.max(worst, at - agent.seen);
            if (at - agent.seen > BOUND && !Long.valueOf(agent.seen).equals(told.put(agent.id, agent.seen))) {
                broken(
                        at,
                        agent + " was last seen at " + agent.seen + " and at " + at + " still has " + agent.places(),
                        List.copyOf(agent.places()),
                        List.of(agent.id));
            }
        }
    }

    /** The longest that something stayed with an agent who was gone for longer than the grace time; 0 if nothing did. */
    long worst() {
        return worst;
    }
}
