package dev.parley.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CON-15")
class WordsTest {
    private final Locale machine = Locale.getDefault();
    private final Words english = new Words(Locale.ENGLISH);
    private final Words german = new Words(Locale.forLanguageTag("de-AT"));

    @AfterEach
    void leave() {
        Locale.setDefault(machine);
    }

    @Test
    void the_first_wanted_language_that_is_spoken_is_taken_with_its_region() {
        assertThat(common("fr", "de-CH", "en")).isEqualTo("de-CH");
        assertThat(common("en-GB", "de")).isEqualTo("en-GB");
    }

    @Test
    void whoever_understands_none_is_spoken_to_in_english() {
        assertThat(common("fr", "tlh")).isEqualTo("en");
        assertThat(common()).isEqualTo("en");
    }

    @Test
    void nothing_but_language_and_region_reaches_the_page() {
        assertThat(common("de-AT-u-nu-arab-x-private")).isEqualTo("de-AT");
    }

    @Test
    void the_language_of_the_machine_makes_no_difference() {
        Locale.setDefault(Locale.GERMANY);

        assertThat(english.say("login.go")).isEqualTo("Sign in");
    }

    @Test
    void a_number_takes_its_form() {
        assertThat(english.say("login.triesLeft", 1)).startsWith("After one more try you");
        assertThat(english.say("login.triesLeft", 4)).startsWith("After 4 more tries you");
        assertThat(german.say("login.triesLeft", 2)).startsWith("Nach zwei weiteren Versuchen");
    }

    @Test
    void a_wait_is_rounded_up() {
        assertThat(english.wait(Duration.ofMillis(1))).isEqualTo("a second");
        assertThat(english.wait(Duration.ofSeconds(40))).isEqualTo("40 seconds");
        assertThat(german.wait(Duration.ofSeconds(61))).isEqualTo("2 Minuten");
        assertThat(german.wait(Duration.ofMinutes(60))).isEqualTo("einer Stunde");
    }

    private static String common(String... wanted) {
        return Languages.common(
                        List.of(wanted).stream().map(Locale::forLanguageTag).toList())
                .toLanguageTag();
    }
}
