package dev.parley.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Draft;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-6")
class CardNumbersTest {
    /** The issuers' published test numbers. */
    @ParameterizedTest
    @CsvSource({
        "4111111111111111, ••••••••••••1111",
        "4222222222222, •••••••••2222",
        "4111 1111 1111 1111, •••• •••• •••• 1111",
        "5555-5555-5555-4444, ••••-••••-••••-4444",
        "2223003122003222, ••••••••••••3222",
        "378282246310005, •••••••••••0005",
        "3782 822463 10005, •••• •••••• •0005",
        "30569309025904, ••••••••••5904",
        "6011111111111117, ••••••••••••1117",
        "3530111333300000, ••••••••••••0000",
        "6200000000000005, ••••••••••••0005"
    })
    void a_card_keeps_its_last_four_digits(String written, String kept) {
        assertThat(CardNumbers.masked(written)).isEqualTo(kept);
        assertThat(CardNumbers.masked("My card: " + written + ", thanks")).isEqualTo("My card: " + kept + ", thanks");
        assertThat(CardNumbers.masked("12 " + written + " 12/27 123")).startsWith("12 " + kept + " 12");
        assertThat(CardNumbers.masked(written + "\n" + written)).isEqualTo(kept + "\n" + kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1112",
                "1234567890123452",
                "355458061189396",
                "8949022000012345678",
                "411111111111111",
                "41111111111111111111",
                "+49 30 901820 15",
                "Order 4111",
                "4111--1111--1111--1111",
                "2026-11-29 11:22:33",
                ""
            })
    void what_is_no_card_stays_as_it_is(String written) {
        assertThat(CardNumbers.masked(written)).isSameAs(written);
    }

    @Test
    void a_long_text_of_digits_takes_no_longer_than_its_length() {
        String digits = "4 ".repeat(4_000);
        assertThat(CardNumbers.masked(digits)).hasSize(digits.length());
    }

    @Test
    void no_message_and_no_note_keeps_a_card_and_a_resend_is_the_same() {
        var draft = new Draft("c1", "x", null, "It is 4111 1111 1111 1111", List.of(), null, null);
        assertThat(draft.text()).isEqualTo("It is •••• •••• •••• 1111");
        assertThat(new Draft("c1", "x", null, "It is 4111 1111 1111 1111", List.of(), null, null).digest())
                .isEqualTo(draft.digest());
    }
}
