package dev.parley.company;

import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A look as JSON: in the database, in the REST interface and in the audit log alike. Members have the names of {@link SiteLook}'s. */
public final class SiteLookJson {
    private SiteLookJson() {}

    /** All of it. */
    public static JsonObject write(SiteLook look) {
        var tokens = Json.createObjectBuilder();
        new TreeMap<>(look.tokens()).forEach(tokens::add);
        return Json.createObjectBuilder()
                .add("color", look.color())
                .add("background", text(look.background()))
                .add("bubble", text(look.bubble()))
                .add("scheme", wire(look.scheme()))
                .add("radius", look.radius())
                .add("font", wire(look.font()))
                .add("textSize", look.textSize())
                .add("side", wire(look.side()))
                .add("fromSide", look.fromSide())
                .add("fromBottom", look.fromBottom())
                .add("shape", wire(look.shape()))
                .add("size", look.size())
                .add("icon", wire(look.icon()))
                .add("words", look.words())
                .add("faces", look.faces())
                .add("contact", look.contact())
                .add("hours", look.hours())
                .add("tokens", tokens)
                .build();
    }

    /**
     * A look with what is said in place of what was.
     *
     * @param said any of the members; null takes back a colour
     * @throws Invalid naming the member that does not fit
     */
    public static SiteLook read(JsonObject said, SiteLook was) {
        return new SiteLook(
                        text(said, "color", was.color()),
                        text(said, "background", was.background()),
                        text(said, "bubble", was.bubble()),
                        one(said, "scheme", was.scheme()),
                        number(said, "radius", was.radius()),
                        one(said, "font", was.font()),
                        number(said, "textSize", was.textSize()),
                        one(said, "side", was.side()),
                        number(said, "fromSide", was.fromSide()),
                        number(said, "fromBottom", was.fromBottom()),
                        one(said, "shape", was.shape()),
                        number(said, "size", was.size()),
                        one(said, "icon", was.icon()),
                        truth(said, "words", was.words()),
                        truth(said, "faces", was.faces()),
                        truth(said, "contact", was.contact()),
                        truth(said, "hours", was.hours()),
                        tokens(said, was.tokens()))
                .checked();
    }

    /** What the database keeps. @param color which stands in a column of its own, as it is */
    public static SiteLook kept(String color, String json) {
        SiteLook plain = SiteLook.of(color);
        if ("{}".equals(json)) return plain;
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return read(reader.readObject(), plain);
        }
    }

    private static JsonValue text(String text) {
        return text == null ? JsonValue.NULL : Json.createValue(text);
    }

    private static String text(JsonObject said, String name, String was) {
        if (!said.containsKey(name)) return was;
        JsonValue value = said.get(name);
        if (value == JsonValue.NULL) return null;
        if (value instanceof JsonString text) return text.getString();
        throw wrong(name, "a text");
    }

    private static int number(JsonObject said, String name, int was) {
        if (!said.containsKey(name)) return was;
        if (said.get(name) instanceof JsonNumber number
                && Math.abs(number.doubleValue()) < 100_000
                && number.isIntegral()) return number.intValue();
        throw wrong(name, "a whole number");
    }

    private static boolean truth(JsonObject said, String name, boolean was) {
        if (!said.containsKey(name)) return was;
        JsonValue value = said.get(name);
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) return value == JsonValue.TRUE;
        throw wrong(name, "true or false");
    }

    private static <E extends Enum<E>> E one(JsonObject said, String name, E was) {
        if (!said.containsKey(name)) return was;
        if (said.get(name) instanceof JsonString text) {
            for (E each : was.getDeclaringClass().getEnumConstants())
                if (wire(each).equals(text.getString())) return each;
        }
        throw new Invalid(name + " has no such value.");
    }

    private static Map<String, String> tokens(JsonObject said, Map<String, String> was) {
        if (!said.containsKey("tokens")) return was;
        if (!(said.get("tokens") instanceof JsonObject object)) throw wrong("tokens", "an object of texts");
        Map<String, String> tokens = new HashMap<>();
        object.forEach((name, value) -> {
            if (!(value instanceof JsonString text)) throw wrong("tokens", "an object of texts");
            tokens.put(name, text.getString());
        });
        return tokens;
    }

    /** As a choice stands in JSON. */
    public static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Invalid wrong(String name, String what) {
        return new Invalid(name + " must be " + what + ".");
    }
}
