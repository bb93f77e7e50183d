package dev.parley.visitor;

import dev.parley.shared.Invalid;
import dev.parley.shared.ShortText;

/**
 * What the host site says of its visitor under one name, such as {@code plan}: claimed, never proven.
 *
 * @param name 1 to {@value #LONGEST_NAME} characters
 * @param value at most {@value #LONGEST_VALUE} characters, as JSON writes a number or a truth; null: nothing more is said under this name
 */
public record Attribute(String name, Kind kind, String value) {
    /** How many one visitor has at most. */
    public static final int MOST = 20;

    static final int LONGEST_NAME = 40;
    static final int LONGEST_VALUE = 200;

    /** What kind of value it is. */
    public enum Kind {
        TEXT,
        NUMBER,
        TRUTH
    }

    /** @throws Invalid if the name is missing, or one of them too long or no text */
    public Attribute {
        name = ShortText.of("The name of an attribute", name, LONGEST_NAME);
        if (name == null) throw new Invalid("The name of an attribute is missing.");
        value = ShortText.of("The attribute '" + name + "'", value, LONGEST_VALUE);
    }
}
