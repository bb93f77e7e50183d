package dev.parley.web.rest.json;

import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.TooLarge;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads one JSON object of at most 256 KiB and 32 levels; a parser that recurses never sees a deeper one. */
final class BoundedJson {
    private static final int LARGEST = 256 * 1024;
    private static final int DEEPEST = 32;

    private BoundedJson() {}

    /** @throws TooLarge if it is longer @throws Invalid if it is deeper, not UTF-8, not JSON or not an object */
    static JsonObject read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) throw new TooLarge("A request has at most 256 KiB.");
        checkDepth(bytes);
        try (var reader = Json.createReader(new StringReader(text(bytes)))) {
            JsonValue value = reader.readValue();
            if (value instanceof JsonObject object) return object;
            throw new Invalid("The request must be a JSON object.");
        } catch (JsonException | IllegalStateException e) {
            throw new Invalid("The request is not JSON.", e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Invalid("The request is not UTF-8.", e);
        }
    }

    private static boolean isBlank(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) if (" \t\r\n".indexOf(bytes[i]) < 0) return false;
        return true;
    }

    private static void checkDepth(byte[] bytes) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (quoted) {
                if (b == '\\') i++;
                else if (b == '"') quoted = false;
            } else if (b == '"') quoted = true;
            else if (b == '{' || b == '[') {
                if (++depth > DEEPEST) throw new Invalid("The request is nested too deep.");
            } else if (b == '}' || b == ']') {
                // a parser stops there and would not see what follows
                if (--depth == 0 && !isBlank(bytes, i + 1)) throw new Invalid("The request must be one JSON object.");
            }
        }
    }
}
