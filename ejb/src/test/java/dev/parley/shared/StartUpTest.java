package dev.parley.shared;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("OPS-9")
class StartUpTest {
    private static final String NAME = "parley.operator.token";

    @AfterEach
    void unset() {
        System.clearProperty(NAME);
    }

    @Test
    void an_operators_token_that_could_be_guessed_is_refused_by_name_and_not_repeated() {
        System.setProperty(NAME, "0123456789abcdef0123456789abcde");

        assertThatThrownBy(StartUp::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PARLEY_OPERATOR_TOKEN")
                .hasMessageNotContaining("0123456789");
    }

    @Test
    void one_of_32_characters_or_none_starts() {
        assertThatCode(StartUp::check).doesNotThrowAnyException();
        System.setProperty(NAME, "0123456789abcdef0123456789abcdef");

        assertThatCode(StartUp::check).doesNotThrowAnyException();
    }
}
