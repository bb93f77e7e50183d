package dev.parley.bench.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON text to tree and back. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An object with the given names and values, which alternate; a null value leaves the name out. */
    public static ObjectNode object(Object... namesAndValues) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.set((String) namesAndValues[i], MAPPER.valueToTree(namesAndValues[i + 1]));
            }
        }
        return object;
    }

    /** @throws IllegalArgumentException if it is no JSON */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + text, e);
        }
    }

    /** The text as JSON, and JavaScript, writes it. */
    public static String text(String text) {
        return MAPPER.valueToTree(text).toString();
    }
}
