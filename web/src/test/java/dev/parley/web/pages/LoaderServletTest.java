package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("WID-3")
class LoaderServletTest {
    @Test
    void the_configuration_takes_the_place_of_the_marker() {
        assertThat(LoaderServlet.inline("(c=>c&&go(c))(/*PARLEY_CONFIG*/null);", "{\"name\":\"$1\"}"))
                .isEqualTo("(c=>c&&go(c))({\"name\":\"$1\"});");
    }

    @Test
    void a_company_s_name_cannot_leave_its_string() {
        assertThat(LoaderServlet.inline("f(/*PARLEY_CONFIG*/null)", "{\"name\":\"</script>\u2028\"}"))
                .isEqualTo("f({\"name\":\"\\u003c/script\\u003e\\u2028\"})");
    }

    @Test
    void a_loader_without_exactly_one_place_for_it_is_a_fault() {
        assertThatThrownBy(() -> LoaderServlet.inline("f(null)", "{}")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> LoaderServlet.inline("f(/*PARLEY_CONFIG*/null,/*PARLEY_CONFIG*/null)", "{}"))
                .isInstanceOf(IllegalStateException.class);
    }
}
