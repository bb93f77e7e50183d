package dev.parley.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortTextTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\n"})
    void nothing_typed_is_no_text(String text) {
        assertThat(ShortText.of("A reason", text, 5)).isNull();
    }

    @Test
    void blanks_around_it_go_and_pairs_stay() {
        assertThat(ShortText.of("A reason", " 🍜 ", 5)).isEqualTo("🍜");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "a\0b", "\ud83c", "\udf5cx", "\udf5c\ud83c"})
    void what_cannot_be_kept_is_invalid(String text) {
        assertThatThrownBy(() -> ShortText.of("A reason", text, 5)).isInstanceOf(Invalid.class);
    }
}
