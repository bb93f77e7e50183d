package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import jakarta.json.Json;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("WID-21")
class PagePatternTest {
    @ParameterizedTest
    @CsvSource({
        "/checkout, /checkout, true",
        "/checkout, /checkout/pay, false",
        "/checkout/*, /checkout/pay/card, true",
        "/checkout/*, /checkout, false",
        "/*/returns, /de/returns, true",
        "/*/returns, /returns, false",
        "/*, /, true",
        "/a.c, /abc, false",
        "/a*b*c, /axxbxxbc, true",
        "/a*b*c, /axxbxxb, false",
        "/größe, /gr%C3%B6%C3%9Fe, true",
        "/(x)+, /(x)+, true"
    })
    void a_star_stands_for_anything_and_the_browser_decides_alike(String text, String path, boolean fits) {
        PagePattern pattern = PagePattern.of(text);

        assertThat(pattern.matchesAddress("https://shop.example" + path + "?q=/x#/y"))
                .isEqualTo(fits);
        assertThat(Pattern.compile("^(?:" + pattern.expression() + ")$")
                        .matcher(path)
                        .find())
                .isEqualTo(fits);
    }

    @Test
    void an_address_without_a_path_is_the_first_page() {
        assertThat(PagePattern.of("/").matchesAddress("https://shop.example")).isTrue();
        assertThat(PagePattern.of("/*").matchesAddress(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "checkout", "https://shop.example/", "/a b", "/a?b=1", "/a#b", "/****", "/\"x"})
    void what_is_no_path_is_refused(String text) {
        assertThatThrownBy(() -> PagePattern.of(text)).isInstanceOf(Invalid.class);
    }

    @Test
    void an_odd_address_takes_no_long_time() {
        PagePattern pattern = PagePattern.of("/*a*a*b");
        String address = "https://shop.example/" + "a".repeat(2000);

        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 50; i++)
                assertThat(pattern.matchesAddress(address)).isFalse();
        });
    }

    @Test
    void paths_are_shown_alone_or_left_out() {
        var said = Json.createObjectBuilder()
                .add("paths", Json.createArrayBuilder().add("/a/*").add("/b"));
        SiteShowing except = SiteShowing.ALWAYS.with(said.build());
        SiteShowing only =
                except.with(Json.createObjectBuilder().add("only", true).build());

        assertThat(SiteShowing.ALWAYS.hidden()).isNull();
        assertThat(hides(except, "/a/1")).isTrue();
        assertThat(hides(except, "/c")).isFalse();
        assertThat(hides(only, "/a/1")).isFalse();
        assertThat(hides(only, "/b/c")).isTrue();
        assertThat(SiteShowing.kept(only.json().toString())).isEqualTo(only);
    }

    private static boolean hides(SiteShowing showing, String path) {
        return Pattern.compile(showing.hidden()).matcher(path).find();
    }
}
