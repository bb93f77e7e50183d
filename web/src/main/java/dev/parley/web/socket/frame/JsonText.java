package dev.parley.web.socket.frame;

/**
 * Writes one JSON object. The frames of the hot path go through here: a generator of the platform costs several times the frame itself.
 * Members with a null value are left out.
 */
public final class JsonText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder(256).append('{');
    private boolean first = true;

    /** A frame of this type. */
    public static JsonText frame(String type) {
        return new JsonText().with("type", type);
    }

    public static JsonText object() {
        return new JsonText();
    }

    public JsonText with(String name, String value) {
        if (value != null) quote(value, name(name));
        return this;
    }

    public JsonText with(String name, Object value) {
        return with(name, value == null ? null : value.toString());
    }

    public JsonText with(String name, long value) {
        name(name).append(value);
        return this;
    }

    public JsonText with(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    /** A member that is an object. */
    public JsonText with(String name, JsonText value) {
        if (value != null) name(name).append(value.out).append('}');
        return this;
    }

    /** A member whose value is JSON already. */
    public JsonText raw(String name, String json) {
        if (json != null) name(name).append(json);
        return this;
    }

    /** The members of an object that is JSON already. */
    public JsonText members(String object) {
        if (object != null && object.length() > 2) {
            comma();
            out.append(object, 1, object.length() - 1);
        }
        return this;
    }

    /** A member that is a list of objects. */
    public JsonText list(String name, Iterable<JsonText> items) {
        StringBuilder to = name(name).append('[');
        boolean any = false;
        for (JsonText item : items) {
            if (any) to.append(',');
            any = true;
            to.append(item.out).append('}');
        }
        to.append(']');
        return this;
    }

    @Override
    public String toString() {
        return out + "}";
    }

    private StringBuilder name(String name) {
        comma();
        return out.append('"').append(name).append("\":");
    }

    private void comma() {
        if (!first) out.append(',');
        first = false;
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }

    /** A name that is data (an id as a key) must be quoted as a value is. */
    public JsonText key(String name, long value) {
        comma();
        quote(name, out);
        out.append(':').append(value);
        return this;
    }
}
