package dev.parley.shared;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * This start of this server. Leases and hints carry its id; a new start is a new node, so what a dead one left behind is never taken for
 * ours.
 */
@ApplicationScoped
public class Node {
    private final String id = PublicIds.next();

    /** Random for each start, at most 64 characters. */
    public String id() {
        return id;
    }
}
