package dev.parley.web.rest;

import dev.parley.shared.Invalid;
import dev.parley.shared.Page;
import dev.parley.shared.PublicIds;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads query parameters; one that cannot be understood is refused by name. */
final class Asked {
    private static final int LONGEST = 200;
    private static final int LONGEST_CURSOR = 1_000;

    private Asked() {}

    static boolean absent(String value) {
        return value == null || value.isBlank();
    }

    /** Null where it is absent. */
    static String id(String name, String value) {
        if (absent(value)) return null;
        if (!PublicIds.plausible(value)) throw new Invalid("'" + name + "' is not an id.");
        return value;
    }

    /** Null where it is absent. */
    static String text(String name, String value) {
        if (absent(value)) return null;
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new Invalid("'" + name + "' is at most 200 characters of text.");
        }
        return value.strip();
    }

    /** The {@code next} of the part before, in whatever way its list writes it; null where it is absent. */
    static String cursor(String value) {
        if (absent(value)) return null;
        if (value.length() > LONGEST_CURSOR || value.indexOf('\0') >= 0) throw Page.unknownCursor();
        return value;
    }

    /** Null where it is absent. */
    static Instant moment(String name, String value) {
        if (absent(value)) return null;
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new Invalid("'" + name + "' must be a time like 2026-11-25T08:00:00Z.", e);
        }
    }

    static int number(String name, String value, int otherwise) {
        if (absent(value)) return otherwise;
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new Invalid("'" + name + "' must be a whole number.", e);
        }
    }

    /** Null where it is absent. */
    static Long seq(String name, String value) {
        if (absent(value)) return null;
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw new Invalid("'" + name + "' must be a seq.", e);
        }
    }
}
