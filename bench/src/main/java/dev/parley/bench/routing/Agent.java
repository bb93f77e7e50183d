package dev.parley.bench.routing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An agent as the history has it so far. */
final class Agent {
    /** A lease that was not renewed for so long gets no offers (PARLEY_CONNECTION_GRACE_SECONDS of 30, halved). */
    static final long LIVE = 15_000_000;

    final long id;
    String publicId = "?";
    String status = "offline";
    int capacity = 4;
    final Map<String, Lease> leases = new HashMap<>();
    final Set<Long> departments = new HashSet<>();
    final Map<String, Integer> skills = new HashMap<>();
    final Set<String> languages = new HashSet<>();
    /** Conversations in hand. */
    final Set<Long> chats = new HashSet<>();
    /** The open offers by their keys, each with its conversation. */
    final Map<Long, Long> offers = new HashMap<>();
    /** When some node last said that the agent is there; 0 for never. */
    long seen;
    /** Since when departments, skills and languages are what they are. */
    long ableSince;

    Agent(long id) {
        this.id = id;
    }

    /** What one node says of the agent's sockets. */
    record Lease(int sockets, long renewed) {}

    int load() {
        return chats.size() + offers.size();
    }

    /** The conversations that take a place of the capacity. */
    Set<Long> places() {
        Set<Long> places = new HashSet<>(chats);
        places.addAll(offers.values());
        return places;
    }

    boolean available() {
        return "available".equals(status);
    }

    boolean connected(long at) {
        for (Lease lease : leases.values()) {
            if (lease.sockets() > 0 && lease.renewed() > at - LIVE) {
                return true;
            }
        }
        return false;
    }

    /** Whether something may be offered: available, connected, with a place to spare. */
    boolean free(long at) {
        return available() && load() < capacity && connected(at);
    }

    boolean has(Map<String, Integer> wanted) {
        return wanted.entrySet().stream().allMatch(one -> skills.getOrDefault(one.getKey(), 0) >= one.getValue());
    }

    /** @param language null for any; who has said nothing is asked whatever the language */
    boolean speaks(String language) {
        return language == null
                || languages.isEmpty()
                || languages.stream().anyMatch(spoken -> Department.same(spoken, language));
    }

    @Override
    public String toString() {
        return "agent " + id + " (" + status + ", " + load() + " of " + capacity + ")";
    }
}
