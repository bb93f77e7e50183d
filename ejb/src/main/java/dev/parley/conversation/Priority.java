package dev.parley.conversation;

import dev.parley.shared.Invalid;
import java.util.Locale;

/** How much a conversation presses: whoever waits with more of it is served first, and a department may promise it more. */
public enum Priority {
    LOW(-1),
    NORMAL(0),
    HIGH(1),
    URGENT(2);

    private final int level;

    Priority(int level) {
        this.level = level;
    }

    /** As it stands in the database; more presses more. */
    public int level() {
        return level;
    }

    /** As it stands in JSON. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with that level; beyond the ends the nearest. */
    public static Priority of(int level) {
        return values()[Math.max(0, Math.min(level - LOW.level, values().length - 1))];
    }

    /** @throws Invalid if there is no such priority */
    public static Priority of(String wire) {
        for (Priority priority : values()) if (priority.wire().equals(wire)) return priority;
        throw new Invalid("A priority is low, normal, high or urgent.");
    }
}
