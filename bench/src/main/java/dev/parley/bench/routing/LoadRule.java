package dev.parley.bench.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Open conversations and open offers of an agent are never more than the capacity. It may be lowered below what the agent has; then nothing
 * may come until there is room again.
 */
final class LoadRule extends Rule {
    private final Map<Long, Set<Long>> before = new HashMap<>();
    private int most;
    private long full;

    LoadRule() {
        super("nobody has more in hand and on offer than the capacity");
    }

    @Override
    void before(Desk desk, Commit commit) {
        before.clear();
        for (Agent agent : desk.agents.values()) {
            if (agent.load() > 0) {
                before.put(agent.id, agent.places());
            }
        }
    }

    @Override
    void after(Desk desk, Commit commit) {
        for (Agent agent : desk.agents.values()) {
            int load = agent.load();
            most = Math.max(most, load);
            Set<Long> had = before.getOrDefault(agent.id, Set.of());
            boolean same = had.equals(agent.places());
            if (!same && load == agent.capacity) {
                full++;
            }
            if (load > agent.capacity && !same && !had.containsAll(agent.places())) {
                broken(
                        commit.at(),
                        agent + " got something new at " + commit.at() + ": had " + had + ", has " + agent.places(),
                        List.copyOf(agent.places()),
                        List.of(agent.id));
            }
        }
    }

    /** The most that anybody had. */
    int most() {
        return most;
    }

    /** How often somebody came to have exactly as much as the capacity. */
    long full() {
        return full;
    }
}
