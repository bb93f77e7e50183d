package dev.parley.sla;

import java.util.Locale;

/** What is measured against a target. */
public enum Measure {
    /** From the opening to an agent's first words. */
    FIRST_RESPONSE,
    /** From a visitor's words to which nobody has answered to an agent's next. */
    NEXT_RESPONSE,
    /** From the opening, or the last reopening, to the end. */
    RESOLUTION;

    /** As it stands in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if the database has another */
    public static Measure of(String wire) {
        for (Measure measure : values()) if (measure.wire().equals(wire)) return measure;
        throw new IllegalArgumentException("no measure: " + wire);
    }
}
