package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.persistence.MentionRows.Colleague;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CON-5")
class NamedColleaguesTest {
    private static final List<Colleague> TEAM = List.of(
            new Colleague(1, "Anna"),
            new Colleague(2, "Anna Agent"),
            new Colleague(3, "Jürgen Groß"),
            new Colleague(4, "منى"),
            new Colleague(5, "Sven (Berlin)"),
            new Colleague(6, ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Anna can you help?                | 1",
                "@anna agent, can you?              | 2",
                "ask (@Anna Agent)                  | 2",
                "@Anna Agents are many              | 1",
                "@ANNA                              | 1",
                "@jürgen gross                      | ''",
                "@JÜRGEN GROß!                      | 3",
                "@منى هل ترين؟                      | 4",
                "@Sven (Berlin) knows               | 5",
                "write to a@Anna or to anna@x.org   | ''",
                "Anna and @ Anna                    | ''",
                "@Annabel                           | ''",
                "@                                  | ''",
                "@@Anna                             | 1",
            })
    void a_name_behind_an_at_is_a_colleague(String text, String named) {
        assertThat(NamedColleagues.in(text, TEAM))
                .map(String::valueOf)
                .isEqualTo(named.isEmpty() ? List.of() : List.of(named));
    }

    @Test
    void each_is_named_once_and_all_of_that_name() {
        var team = List.of(new Colleague(1, "Anna"), new Colleague(2, "Ben"), new Colleague(3, "Anna"));
        assertThat(NamedColleagues.in("@Ben, @Anna and @Ben", team)).containsExactly(2L, 1L, 3L);
    }
}
