package dev.parley.agent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The agents' sockets that are open on this node. What the database knows of them is in {@code agent_lease}. */
@ApplicationScoped
class LiveSockets {
    private record Agent(long companyId, Set<String> sockets) {}

    private final Map<Long, Agent> agents = new ConcurrentHashMap<>();

    public void add(long companyId, long accountId, String socket) {
        agents.compute(accountId, (id, agent) -> {
            Agent known = agent == null ? new Agent(companyId, ConcurrentHashMap.newKeySet()) : agent;
            known.sockets.add(socket);
            return known;
        });
    }

    public void remove(long accountId, String socket) {
        agents.computeIfPresent(accountId, (id, agent) -> {
            agent.sockets.remove(socket);
            return agent.sockets.isEmpty() ? null : agent;
        });
    }

    public int count(long accountId) {
        Agent agent = agents.get(accountId);
        return agent == null ? 0 : agent.sockets.size();
    }

    /** Agents with at least one socket here, and their companies. */
    public Map<Long, Long> companies() {
        Map<Long, Long> found = new TreeMap<>();
        agents.forEach((account, agent) -> found.put(account, agent.companyId));
        return found;
    }
}
