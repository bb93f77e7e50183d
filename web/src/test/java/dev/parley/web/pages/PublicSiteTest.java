package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.company.OriginPattern;
import dev.parley.company.SiteView;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PublicSiteTest {
    private static final SiteView ACME = new SiteView(
            17,
            "pubsite",
            4711,
            "Acme </script>",
            "acme",
            "Acme shop",
            23,
            List.of(OriginPattern.of("https://shop.example"), OriginPattern.of("http://localhost:*")),
            "#0b6b67",
            "Hello. How can we help?",
            List.of("en", "de"),
            24);

    private final PublicSite site = new PublicSite(ACME, true);

    @Test
    @Tag("WID-8")
    void only_pages_of_the_site_may_frame_the_panel() {
        assertThat(site.frameAncestors()).isEqualTo("https://shop.example http://localhost:*");
        assertThat(site.panel(Locale.ENGLISH).getJsonArray("origins")).hasSize(2);
    }

    @Test
    @Tag("WID-22")
    void the_panel_speaks_the_first_of_the_visitors_languages_that_the_site_speaks() {
        assertThat(site.language(List.of(Locale.JAPANESE, Locale.GERMANY, Locale.ENGLISH)))
                .isEqualTo(Locale.GERMAN);
        assertThat(site.language(List.of(Locale.JAPANESE))).isEqualTo(Locale.ENGLISH);
        assertThat(site.language(List.of())).isEqualTo(Locale.ENGLISH);
    }

    @Test
    @Tag("WID-3")
    void the_loader_gets_what_it_needs_for_a_button_and_nothing_of_the_inside() {
        var config = site.loader("http://localhost:8080");

        assertThat(config.keySet()).containsExactlyInAnyOrder("origin", "site", "name", "brand");
        assertThat(config.getJsonObject("brand").getString("onColor")).isEqualTo("#ffffff");
        assertThat(config + site.panel(Locale.ENGLISH).toString()).doesNotContain("4711", "pubsite");
    }
}
