package dev.parley.access;

import dev.parley.shared.Invalid;
import java.util.Locale;

/** What becomes of somebody whom the company's provider knows and the company does not. */
public enum Newcomers {
    /** Is not let in: people are invited. */
    NOBODY,
    /** Gets an account as an agent of the company's first department. */
    AGENT;

    /** As it stands in the database and in the audit log. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid if there is no such word */
    public static Newcomers of(String wire) {
        for (Newcomers each : values()) if (each.wire().equals(wire)) return each;
        throw new Invalid("Newcomers are 'nobody' or 'agent'.");
    }
}
