package dev.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ROU-13")
class PayloadTest {
    private static final long MOST = Long.MAX_VALUE;

    @ParameterizedTest
    @EnumSource(HintKind.class)
    void a_hint_of_every_kind_arrives_as_it_was_told(HintKind kind) {
        Hint small = Hint.of(kind, 1);
        Hint large = new Hint(kind, MOST, MOST, MOST, MOST, MOST, MOST, MOST, "a_-Z9".repeat(12));

        assertThat(arriving(small, large)).containsExactly(small, large);
    }

    @Test
    void what_oneself_told_is_not_heard() {
        String text = Payload.of("me", List.of(Hint.of(HintKind.OFFERS, 1))).get(0);

        assertThat(Payload.read("me", text)).isEmpty();
        assertThat(Payload.read("you", text)).hasSize(1);
    }

    /** PostgreSQL refuses 8,000 bytes. */
    @Test
    void many_hints_are_some_texts_of_a_bounded_size_and_none_is_lost() {
        List<Hint> hints = LongStream.range(0, 2_000)
                .mapToObj(n ->
                        Hint.of(HintKind.MESSAGE, MOST).conversation(MOST - n).seq(MOST))
                .toList();

        List<String> texts = Payload.of("node", hints);

        assertThat(texts).hasSizeGreaterThan(1).allMatch(text -> text.length() < 8_000);
        assertThat(texts.stream().flatMap(t -> Payload.read("other", t).stream()))
                .containsExactlyElementsOf(hints);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "node",
                "node m",
                "node m:1:2",
                "node m:x:2:3:4:5:6:7:w",
                "node m:99999999999999999999:2:3:4:5:6:7:w",
                "node m:1:2:3:4:5:6:7:no'word",
                "node later:1:2:3:4:5:6:7:w"
            })
    void what_nobody_could_have_meant_is_not_heard(String text) {
        assertThat(Payload.read("other", text)).isEmpty();
    }

    /** A node of a later version may say what this one does not know. */
    @Test
    void what_is_not_known_hides_nothing_beside_it() {
        var heard = Payload.read("other", "node later:1:2:3:4:5:6:7:w qu:1:::::::");

        assertThat(heard).containsExactly(Hint.of(HintKind.QUEUE, 1));
    }

    @Test
    void words_of_people_are_no_hints() {
        Hint hint = Hint.of(HintKind.TYPING, 1);

        assertThatThrownBy(() -> hint.word("My card number is")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Hint> arriving(Hint... hints) {
        var heard = new ArrayList<Hint>();
        for (String text : Payload.of("node", List.of(hints))) heard.addAll(Payload.read("other", text));
        return heard;
    }
}
