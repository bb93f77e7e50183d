package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which language a conversation is held, and who speaks it. */
@Tag("ROU-1")
class SpokenLanguageTest {
    @ParameterizedTest(name = "own {0}, visitor {1}, department {2}, site {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "fr,de-AT,es,'en,de',fr",
                "-,de-AT,es,'en,de',de-AT",
                "-,fi,es,'en,de',es",
                "-,fi,-,'en,de',en",
                "-,-,-,' en , de',en",
                "-,-,-,-,-",
                "-,de,-,'',-"
            })
    void is_what_both_understand(String own, String visitor, String department, String site, String held) {
        assertThat(SpokenLanguage.of(own, visitor, department, site)).isEqualTo(held);
    }

    @ParameterizedTest(name = "{0} is understood by who speaks {1}: {2}")
    @CsvSource({"de-AT,de,true", "de,de-CH,true", "DE,de,true", "de,en,false", "den,de,false"})
    void regions_do_not_matter(String wanted, String spoken, boolean understood) {
        assertThat(new Abilities(SkillSet.NONE, Set.of(spoken)).speak(wanted)).isEqualTo(understood);
    }

    @Test
    void of_whom_nobody_has_said_speaks_any() {
        assertThat(Abilities.NONE.speak("de")).isTrue();
        assertThat(new Abilities(SkillSet.NONE, Set.of("en")).speak(null)).isTrue();
    }

    @Test
    void a_tag_gets_its_usual_spelling() {
        assertThat(SpokenLanguage.checked(" PT-br ")).isEqualTo("pt-BR");
        assertThat(SpokenLanguage.checked(" ")).isNull();
        assertThat(SpokenLanguage.checked(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"German!", "de_AT", "und", "x", "de-x-abcdefgh-abcdefgh-abcdefgh-abcdefgh"})
    void what_is_no_language_is_refused(String tag) {
        assertThatThrownBy(() -> SpokenLanguage.checked(tag)).isInstanceOf(Invalid.class);
    }
}
