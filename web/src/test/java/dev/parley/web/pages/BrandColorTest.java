package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("WID-20")
@Tag("WID-30")
class BrandColorTest {
    private static final BrandColor WHITE = new BrandColor("#ffffff");

    /** The corners, the greys around the tipping point, and colours at random from a fixed seed. */
    private static Stream<BrandColor> colors() {
        var random = new SplittableRandom(20);
        return Stream.concat(
                Stream.of("#000000", "#ffffff", "#FFFF00", "#767676", "#777777", "#0b6b67", "#7a3e9d")
                        .map(BrandColor::new),
                Stream.generate(() -> new BrandColor("#%06x".formatted(random.nextInt(1 << 24))))
                        .limit(500));
    }

    @Test
    void what_stands_on_any_colour_can_be_read() {
        assertThat(colors())
                .allSatisfy(color -> assertThat(color.contrast(color.onColor()))
                        .as(color.text())
                        .isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void any_colour_becomes_a_text_that_can_be_read() {
        assertThat(colors())
                .allSatisfy(color -> assertThat(color.asText().contrast(WHITE))
                        .as(color.text())
                        .isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void a_colour_that_can_be_read_stays_the_company_s() {
        assertThat(new BrandColor("#0B6B67").asText().text()).isEqualTo("#0b6b67");
    }

    @Test
    void contrast_is_that_of_wcag() {
        assertThat(new BrandColor("#000000").contrast(WHITE)).isEqualTo(21.0);
        assertThat(new BrandColor("#767676").contrast(WHITE)).isBetween(4.54, 4.55);
    }

    @Test
    void what_is_no_colour_is_refused() {
        assertThatThrownBy(() -> new BrandColor("red; background: url(//evil.example)"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
