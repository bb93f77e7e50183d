package dev.parley.conversation;

import dev.parley.shared.Caller;

/**
 * Who wrote or did something.
 *
 * @param kind {@code visitor}, {@code agent} or {@code system}
 * @param id public id; {@code system} for the system
 * @param name as it was then, shown beside the words
 */
public record Author(String kind, String id, String name) {
    /** The desk itself: time-outs, lost connections. */
    public static final Author SYSTEM = new Author("system", "system", "");

    public static Author of(Caller caller) {
        if (caller instanceof Caller.Staff staff) return new Author("agent", staff.publicId(), staff.name());
        if (caller instanceof Caller.Visitor visitor) {
            return new Author("visitor", visitor.publicId(), visitor.name() == null ? "" : visitor.name());
        }
        return SYSTEM;
    }

    public boolean isVisitor() {
        return "visitor".equals(kind);
    }
}
