package dev.parley.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-5")
class VisitorDetailsTest {
    @Test
    void a_name_has_at_most_120_characters_and_no_control_characters() {
        assertThat(name("x".repeat(120)).name()).hasSize(120);
        assertThatThrownBy(() -> name("x".repeat(121))).isInstanceOf(Invalid.class);
        assertThat(name("Ve\r\nra\0").name()).isEqualTo("Ve ra");
        assertThat(name("  ").name()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//host/path", "x"})
    void an_address_that_is_not_of_the_web_is_dropped(String url) {
        assertThat(page(url, null).pageUrl()).isNull();
    }

    @Test
    void what_is_longer_than_its_column_is_cut_between_characters() {
        assertThat(page("https://x.example/" + "y".repeat(3000), null).pageUrl())
                .hasSize(2000);
        assertThat(page(null, "x".repeat(199) + "😀").pageTitle()).hasSize(199);
    }

    private static VisitorDetails name(String name) {
        return new VisitorDetails(name, null, null, null, null, null, null, null, false);
    }

    private static VisitorDetails page(String url, String title) {
        return new VisitorDetails(null, null, url, title, null, null, null, null, false);
    }
}
