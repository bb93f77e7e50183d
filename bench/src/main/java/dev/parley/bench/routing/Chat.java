package dev.parley.bench.routing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A conversation that has not ended, as the history has it so far. */
final class Chat {
    final long id;
    final String publicId;
    final long visitor;
    final long site;
    /** The open offers by their keys. */
    final Map<Long, Offer> offers = new HashMap<>();
    /** Agents who declined or missed it. */
    final Set<Long> refused = new HashSet<>();

    long department;
    String status;
    int priority;
    long waitingSince;
    /** Null unless somebody owns it. */
    Long agent;

    String language;
    String skills;
    /** Since when status, department, priority, waiting time and offers are what they are. */
    long standsSince;

    long priorityAt;

    Chat(long id, String publicId, long visitor, long site) {
        this.id = id;
        this.publicId = publicId;
        this.visitor = visitor;
        this.site = site;
    }

    boolean waiting() {
        return "waiting".equals(status);
    }

    boolean open() {
        return "open".equals(status);
    }

    /** Whether it waits and nobody is asked about it. */
    boolean unasked() {
        return waiting() && offers.isEmpty();
    }

    /** Whether it comes before the other: by priority, then by waiting time, then by age. */
    boolean before(Chat other) {
        if (priority != other.priority) {
            return priority > other.priority;
        }
        return waitingSince != other.waitingSince ? waitingSince < other.waitingSince : id < other.id;
    }

    @Override
    public String toString() {
        return "conversation " + id + " (" + status + ", department " + department + ", priority " + priority
                + ", waiting since " + waitingSince + ")";
    }
}
