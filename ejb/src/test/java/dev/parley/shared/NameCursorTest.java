package dev.parley.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("OPS-1")
class NameCursorTest {
    @ParameterizedTest
    @ValueSource(strings = {"Ann", "Éva Örs", "李", "two\nlines", " ", "😀"})
    void it_comes_back_as_it_was(String name) {
        var cursor = new NameCursor(name, "Ab-1_x");

        assertThat(NameCursor.of(cursor.wire())).isEqualTo(cursor);
        assertThat(cursor.wire()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void none_is_the_start() {
        assertThat(NameCursor.of(null)).isEqualTo(NameCursor.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id", "id\n", "\nAnn", "an id\nAnn", "id\nA\0nn"})
    void what_was_never_given_is_refused(String text) {
        String wire = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> NameCursor.of(wire)).isInstanceOf(Invalid.class);
    }

    @Test
    void what_is_no_base64_or_too_long_is_refused() {
        assertThatThrownBy(() -> NameCursor.of("%")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> NameCursor.of("A".repeat(1_004))).isInstanceOf(Invalid.class);
    }
}
