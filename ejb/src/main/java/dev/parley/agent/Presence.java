package dev.parley.agent;

import dev.parley.shared.Invalid;
import java.util.Locale;

/** What an agent has said about being reachable. Only {@link #AVAILABLE} is offered conversations. */
public enum Presence {
    AVAILABLE,
    BUSY,
    AWAY,
    OFFLINE;

    /** As it stands in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid if there is no such presence */
    public static Presence of(String wire) {
        for (Presence presence : values()) if (presence.wire().equals(wire)) return presence;
        throw new Invalid("Presence is available, busy, away or offline.");
    }
}
