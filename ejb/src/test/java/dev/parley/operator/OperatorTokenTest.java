package dev.parley.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.shared.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-1")
@Tag("OPS-9")
class OperatorTokenTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final OperatorToken operator = new OperatorToken();

    @AfterEach
    void unset() {
        System.clearProperty("parley.operator.token");
    }

    @Test
    void the_token_is_the_operators() {
        System.setProperty("parley.operator.token", TOKEN);

        assertThat(operator.recognise(TOKEN, "192.0.2.9")).contains(new Caller.Operator("192.0.2.9"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0123456789abcdef0123456789abcde", TOKEN + "0", "0123456789ABCDEF0123456789ABCDEF"})
    void nothing_else_is(String shown) {
        System.setProperty("parley.operator.token", TOKEN);

        assertThat(operator.recognise(shown, "192.0.2.9")).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", TOKEN})
    void where_none_is_set_nobody_is_the_operator(String shown) {
        assertThat(operator.recognise(shown, "192.0.2.9")).isEmpty();
    }
}
