package dev.parley.bench.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.client.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Turns honest frames into frames that are nearly honest: a wrong value, a lost field, a broken byte, a piece twice. */
final class Mutation {
    private static final String[] VALUES = {
        "null",
        "true",
        "-1",
        "0",
        "9007199254740993",
        "1e400",
        "-0.0",
        "[]",
        "{}",
        "\"\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "[[[[[[[[]]]]]]]]",
        "{\"a\":{\"a\":{\"a\":{}}}}",
        "\"../../etc/passwd\"",
        "\"' or 1=1 --\"",
        "\"${7*7}#{7*7}\"",
        "\"%n%s%d\"",
        "[null,null]",
        "\"<script>alert(1)</script>\"",
        "\"\\r\\nX: y\"",
        "2147483648",
        "\"NaN\"",
        "\"\\u202e\"",
    };

    private final List<String> honest;
    private final Random chance;

    /** @param honest the frames to begin with, as JSON texts */
    Mutation(List<String> honest, Random chance) {
        this.honest = honest;
        this.chance = chance;
    }

    /** The next frame; one in ten stays honest, so that the desk has something to lose. */
    String next() {
        String text = honest.get(chance.nextInt(honest.size()));
        if (text.contains("\"clientId\"")) {
            text = ((ObjectNode) Json.read(text))
                    .put("clientId", Long.toHexString(chance.nextLong()))
                    .toString();
        }
        if (chance.nextInt(10) == 0) {
            return text;
        }
        for (int i = chance.nextInt(3); i >= 0; i--) {
            text = chance.nextBoolean() ? structure(text) : characters(text);
        }
        return text;
    }

    /** Changes a field, if it is still JSON. */
    private String structure(String text) {
        JsonNode tree;
        try {
            tree = Json.read(text);
        } catch (IllegalArgumentException e) {
            return characters(text);
        }
        if (!(tree instanceof ObjectNode object) || object.isEmpty()) {
            return characters(text);
        }
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(chance.nextInt(names.size()));
        switch (chance.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, Json.read(VALUES[chance.nextInt(VALUES.length)]));
            case 2 -> object.set(names.get(chance.nextInt(names.size())), object.get(name));
            case 3 -> object.put(name, "y".repeat(1 << chance.nextInt(15)));
            case 4 -> object.set(name + chance.nextInt(10), object.remove(name));
            default -> {
                String value = object.get(name).toString();
                return text.substring(0, text.length() - 1) + ",\"" + name + "\":" + value + "}";
            }
        }
        return object.toString();
    }

    /** Changes characters, whatever they mean. */
    private String characters(String text) {
        if (text.isEmpty()) {
            return "{";
        }
        int at = chance.nextInt(text.length());
        int to = Math.min(text.length(), at + 1 + chance.nextInt(12));
        return switch (chance.nextInt(5)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 -> text.substring(0, to) + text.substring(at);
            case 3 -> text.substring(0, at) + (char) (chance.nextInt(0xD7FF)) + text.substring(at + 1);
            default -> text.substring(0, at) + (char) (32 + chance.nextInt(95)) + text.substring(at);
        };
    }
}
