package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.company.SiteLook;
import dev.parley.company.SiteLook.Font;
import dev.parley.company.SiteLook.Icon;
import dev.parley.company.SiteLook.Scheme;
import dev.parley.company.SiteLook.Shape;
import dev.parley.company.SiteLook.Side;
import dev.parley.company.SitePicture;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("WID-20")
class SiteStyleTest {
    private static final SiteLook FULL = new SiteLook(
            "#ffcc00",
            "#336699",
            "#112233",
            Scheme.DARK,
            4,
            Font.SERIF,
            110,
            Side.START,
            8,
            90,
            Shape.CIRCLE,
            72,
            Icon.MAIL,
            true,
            false,
            true,
            true,
            Map.of("--line", "light-dark(#eeeeee, #333333)"));

    @Test
    void who_has_chosen_nothing_costs_visitors_nothing_more() {
        SiteStyle plain = new SiteStyle(SiteLook.of("#0b6b67"), null, null);

        assertThat(plain.launcher()).isEqualTo(":host{--brand:#0b6b67;--on:#ffffff}");
        assertThat(plain.panel(null)).isEqualTo(":root{--brand:#0b6b67;--on-brand:#ffffff;--brand-text:#0b6b67}");
        assertThat(plain.icon()).isNull();
    }

    @Test
    void every_choice_shows() {
        SiteStyle style = new SiteStyle(FULL, null, null);

        assertThat(style.launcher())
                .startsWith(":host{--brand:#ffcc00;--on:#000000}")
                .contains("inset-inline:16px auto", "block-size:72px", "border-radius:36px", "inset-inline-start:8px")
                .contains("inset-block-end:90px", "attr(aria-label)");
        assertThat(style.panel(null))
                .contains("--radius:4px", "font-size:110%", "color-scheme:dark", "--line:light-dark(#eeeeee, #333333)")
                .contains("--font:Charter", ".me .b{background:#112233;color:#ffffff}", ".av{display:none}");
        assertThat(style.icon()).startsWith("M4 5h16");
    }

    @Test
    void a_style_sheet_can_stand_in_a_page_as_it_is() {
        SiteStyle style = new SiteStyle(FULL, null, null);

        assertThat(style.launcher() + style.panel(Scheme.LIGHT)).doesNotContainPattern("[<>&'\"\\\\]");
    }

    @Test
    void a_preview_is_forced_light_or_dark_only_where_the_site_leaves_it_to_the_visitor() {
        assertThat(new SiteStyle(SiteLook.PLAIN, null, null).panel(Scheme.DARK)).contains("color-scheme:dark");
        assertThat(new SiteStyle(FULL, null, null).panel(Scheme.LIGHT)).contains("color-scheme:dark");
    }

    @Test
    void whatever_is_chosen_words_can_be_read() {
        Random random = new Random(20);
        BrandColor quiet = new BrandColor("#606060");
        for (int i = 0; i < 400; i++) {
            BrandColor color = new BrandColor("#%06x".formatted(random.nextInt(0x1000000)));
            assertThat(color.contrast(color.onColor())).as(color.text()).isGreaterThanOrEqualTo(4.5);
            assertThat(color.asBackground().contrast(quiet)).as(color.text()).isGreaterThanOrEqualTo(4.5);
            assertThat(color.asText().contrast(new BrandColor("#ffffff")))
                    .as(color.text())
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    @Tag("WID-20")
    void a_sign_stands_beside_the_companys_name_and_a_word_in_its_place() {
        String sign = new SiteStyle(SiteLook.PLAIN, new SitePicture("/pictures/Abc.png", 160, 160), null).panel(null);
        String word = new SiteStyle(SiteLook.PLAIN, new SitePicture("/pictures/Abc.png", 320, 160), null).panel(null);
        String draft = new SiteStyle(SiteLook.PLAIN, new SitePicture("data:image/png;base64,iVB+/w==", 80, 160), null)
                .panel(null);

        assertThat(sign).contains("padding-inline-start:42px").contains("url(/pictures/Abc.png)");
        assertThat(word).contains(".logo img").doesNotContain("url(");
        assertThat(draft).contains("url(data:image/png;base64,iVB+/w==)");
        for (String css : List.of(sign, word, draft, SiteStyle.TEAM))
            assertThat(Html.escape(css)).as("stands in the document as it is").isEqualTo(css);
    }

    @Test
    @Tag("WID-20")
    void a_picture_lies_above_the_greeting_and_no_words_on_it() {
        String css = new SiteStyle(SiteLook.PLAIN, null, new SitePicture("/pictures/Head.jpg", 1200, 480)).panel(null);

        assertThat(css).contains(".mid::before").contains("url(/pictures/Head.jpg) 50%/cover");
        assertThat(new SiteStyle(SiteLook.PLAIN, null, null).panel(null)).doesNotContain("::before");
        assertThat(Html.escape(css)).as("stands in the document as it is").isEqualTo(css);
    }
}
