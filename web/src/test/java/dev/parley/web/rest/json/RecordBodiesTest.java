package dev.parley.web.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import dev.parley.shared.TooLarge;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-5")
class RecordBodiesTest {
    /** Something to read into. */
    public record Order(
            String what,
            Integer count,
            boolean gift,
            List<String> notes,
            Address to,
            List<Address> stops,
            JsonObject said,
            JsonArray each) {}

    /** Something within. */
    public record Address(String street) {}

    /** Something to write. */
    public record Answer(String text, Kind kind, Instant at, Long missing, List<Address> addresses) {}

    enum Kind {
        VERY_GOOD
    }

    @Test
    void members_fill_the_components_of_their_name() throws IOException {
        Order order = read("""
                {"what": "té\\u0000", "count": 3, "gift": true, "notes": ["a", "b"], "to": {"street": "x"}, "stops": [{"street": "y"}], "said": {"a": 1}, "each": [{"a": 1}, 2], "role": "owner"}""");

        assertThat(order)
                .isEqualTo(new Order(
                        "té\0",
                        3,
                        true,
                        List.of("a", "b"),
                        new Address("x"),
                        List.of(new Address("y")),
                        Json.createObjectBuilder().add("a", 1).build(),
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder().add("a", 1))
                                .add(2)
                                .build()));
        assertThat(read("{}")).isEqualTo(new Order(null, null, false, null, null, null, null, null));
        assertThat(read("{\"what\": null, \"gift\": null}"))
                .isEqualTo(new Order(null, null, false, null, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"text\"",
                "null",
                "{\"what\": 1}",
                "{\"what\": {}}",
                "{\"what\": []}",
                "{\"count\": \"3\"}",
                "{\"count\": 3.5}",
                "{\"count\": 1e999999999}",
                "{\"count\": 99999999999}",
                "{\"gift\": \"true\"}",
                "{\"notes\": [1]}",
                "{\"notes\": \"a\"}",
                "{\"to\": \"x\"}",
                "{\"said\": \"x\"}",
                "{\"each\": {}}",
                "{\"stops\": [null]}",
                "{\"stops\": [\"x\"]}",
                "{\"what\": \"x\"} {}",
                "{what: 1}"
            })
    void what_does_not_fit_is_refused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(Invalid.class);
    }

    @Test
    void what_is_too_long_too_deep_or_no_text_never_reaches_the_parser() {
        assertThatThrownBy(() -> read("{\"what\": \"" + "x".repeat(256 * 1024) + "\"}"))
                .isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> read("{\"what\": " + "[".repeat(100_000))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> read("{\"x\": " + "[".repeat(32) + "]".repeat(32) + "}"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> bytes(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void a_record_is_written_as_the_contract_has_it() throws IOException {
        var answer = new Answer(
                "a\"<b>\u2028", Kind.VERY_GOOD, Instant.parse("2026-11-25T08:00:00Z"), null, List.of(new Address("x")));
        var out = new ByteArrayOutputStream();

        new RecordBodyWriter().writeTo(answer, Answer.class, Answer.class, null, null, null, out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\"text\":\"a\\\"<b>")
                .endsWith("\"kind\":\"very-good\",\"at\":\"2026-11-25T08:00:00Z\",\"addresses\":[{\"street\":\"x\"}]}")
                .doesNotContain("missing");
    }

    private static Order read(String body) throws IOException {
        return bytes(body.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Order bytes(byte[] body) throws IOException {
        Class type = Order.class;
        return (Order) new RecordBodyReader().readFrom(type, type, null, null, null, new ByteArrayInputStream(body));
    }
}
