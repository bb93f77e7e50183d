package dev.parley.web.rest;

import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.visitor.Attribute;
import dev.parley.visitor.Attribute.Kind;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;

/** A visitor's attributes as members of a JSON object: texts, numbers, true and false. */
final class AttributesJson {
    private AttributesJson() {}

    /** @param said or null for none; a member that is null, or an empty text, forgets @throws Invalid naming what does not fit */
    static List<Attribute> read(JsonObject said) {
        if (said == null) return List.of();
        return said.entrySet().stream()
                .map(member -> read(member.getKey(), member.getValue()))
                .toList();
    }

    private static Attribute read(String name, JsonValue value) {
        if (value == JsonValue.NULL) return new Attribute(name, Kind.TEXT, null);
        if (value == JsonValue.TRUE || value == JsonValue.FALSE)
            return new Attribute(name, Kind.TRUTH, value.toString());
        if (value instanceof JsonString text) return new Attribute(name, Kind.TEXT, text.getString());
        // beyond a double nobody can read it back
        if (value instanceof JsonNumber number && Double.isFinite(number.doubleValue())) {
            return new Attribute(name, Kind.NUMBER, number.toString());
        }
        throw new Invalid("The attribute '" + shortened(name) + "' must be a text, a number, true, false or null.");
    }

    static JsonObject write(List<Attribute> attributes) {
        var members = Json.createObjectBuilder();
        attributes.forEach(a -> members.add(a.name(), value(a)));
        return members.build();
    }

    private static JsonValue value(Attribute attribute) {
        return switch (attribute.kind()) {
            case TEXT -> Json.createValue(attribute.value());
            case NUMBER -> Json.createValue(new BigDecimal(attribute.value()));
            case TRUTH -> "true".equals(attribute.value()) ? JsonValue.TRUE : JsonValue.FALSE;
        };
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}
