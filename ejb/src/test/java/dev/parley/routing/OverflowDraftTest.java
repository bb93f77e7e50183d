package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ROU-7")
class OverflowDraftTest {
    @ParameterizedTest
    @CsvSource({
        "d, 0,    ,       , false",
        "d, 1001, ,       , false",
        "d, ,    0,       , false",
        "d, , 1441,       , false",
        "d, ,     ,      0, false",
        "d, ,     ,  86401, false",
        // when, but not where; where, but not when
        " , 5,    ,       , false",
        " , ,     ,       , true",
        "d, ,     ,       , false",
    })
    void what_does_not_fit_is_refused(
            String department, Integer length, Integer minutes, Integer seconds, boolean unattended) {
        assertThatThrownBy(() -> new OverflowDraft(department, length, minutes, seconds, unattended))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void the_ends_of_the_bounds_fit() {
        assertThat(new OverflowDraft("d", 1, 1, 1, false).keepsAll()).isFalse();
        assertThat(new OverflowDraft("d", 1_000, 1_440, 86_400, true).keepsAll())
                .isFalse();
        assertThat(OverflowDraft.NONE.keepsAll()).isTrue();
    }
}
