package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SEC-5")
class HtmlTest {
    @Test
    void a_value_is_text_wherever_it_stands() {
        var page = new Html("<p title=\"{{name}}\">{{name}}</p>");

        assertThat(page.fill(Map.of("name", "\"><script>'$1\\")))
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;&#39;$1\\\">&quot;&gt;&lt;script&gt;&#39;$1\\</p>");
    }

    @Test
    void json_keeps_its_quotes_in_an_attribute_with_single_ones_and_cannot_leave_it() {
        var page = new Html("<p data-a='{{a}}' title=\"{{a}}\">");

        assertThat(page.fill(Map.of("a", "{\"b\":\"' onclick='x\"}")))
                .isEqualTo("<p data-a='{\"b\":\"&#39; onclick=&#39;x\"}'"
                        + " title=\"{&quot;b&quot;:&quot;&#39; onclick=&#39;x&quot;}\">");
    }

    @Test
    void a_value_is_not_searched_for_places_again() {
        assertThat(new Html("{{a}}{{b}}").fill(Map.of("a", "{{b}}", "b", "x"))).isEqualTo("{{b}}x");
    }

    @Test
    void a_place_without_a_value_is_a_fault() {
        assertThatThrownBy(() -> new Html("{{missing}}").fill(Map.of())).hasMessageContaining("missing");
    }
}
