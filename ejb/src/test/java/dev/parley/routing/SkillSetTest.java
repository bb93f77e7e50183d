package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ROU-1")
class SkillSetTest {
    private static SkillSet set(String name, Integer level) {
        var levels = new HashMap<String, Integer>();
        levels.put(name, level);
        return new SkillSet(levels);
    }

    @ParameterizedTest
    @CsvSource({"3,3,true", "4,3,true", "2,3,false"})
    void the_level_must_be_reached(int has, int required, boolean enough) {
        assertThat(set("billing", has).cover(set("billing", required))).isEqualTo(enough);
    }

    @Test
    void every_skill_counts() {
        assertThat(set("billing", 5).cover(new SkillSet(Map.of("billing", 1, "refunds", 1))))
                .isFalse();
        assertThat(SkillSet.NONE.cover(SkillSet.NONE)).isTrue();
    }

    @Test
    void of_two_requirements_the_higher_counts() {
        var both = new SkillSet(Map.of("billing", 2, "refunds", 1)).and(set("billing", 4));

        assertThat(both.levels()).isEqualTo(Map.of("billing", 4, "refunds", 1));
    }

    @Test
    void comes_back_from_its_text() {
        var skills = new SkillSet(Map.of("Billing", 2, "C++ / C#", 5, "عربي", 1));

        assertThat(skills.levels()).containsKey("billing");
        assertThat(SkillSet.parse(skills.text())).isEqualTo(skills);
        assertThat(SkillSet.parse(SkillSet.NONE.text())).isEqualTo(SkillSet.NONE);
    }

    @Test
    void the_longest_fits_its_column() {
        var levels = new HashMap<String, Integer>();
        for (int i = 0; i < 50; i++) levels.put("x".repeat(38) + (10 + i), 5);

        assertThat(new SkillSet(levels).text()).hasSizeLessThanOrEqualTo(2_500);
        levels.put("one more", 1);
        assertThatThrownBy(() -> new SkillSet(levels)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a:b", "a,b", "tab\there", "12345678901234567890123456789012345678901"})
    void what_is_no_name_is_refused(String name) {
        assertThatThrownBy(() -> set(name, 1)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6})
    void a_level_is_one_to_five(int level) {
        assertThatThrownBy(() -> set("billing", level)).isInstanceOf(Invalid.class);
    }

    @Test
    void nothing_is_silently_taken_for_a_skill() {
        assertThatThrownBy(() -> set(null, 1)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> set("billing", null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new SkillSet(Map.of("Billing", 1, "billing ", 2)))
                .isInstanceOf(Invalid.class);
    }
}
