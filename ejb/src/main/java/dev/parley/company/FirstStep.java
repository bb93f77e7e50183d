package dev.parley.company;

import dev.parley.shared.Invalid;
import java.util.Locale;

/** What a new company is led through before its first visitor, in this order. */
public enum FirstStep {
    /** Where it can be reached. */
    COMPANY,
    /** What its widget looks like. */
    BRAND,
    HOURS,
    /** Somebody besides the owner answers. */
    AGENT,
    /** The widget is on a page. */
    SNIPPET,
    /** A first conversation, to try it. */
    CHAT;

    /** As it stands in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid if there is no such step */
    public static FirstStep of(String wire) {
        for (FirstStep step : values()) if (step.wire().equals(wire)) return step;
        throw new Invalid("There is no such step.");
    }
}
