package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.TeamFace;
import dev.parley.company.ChatInvites;
import dev.parley.company.OriginPattern;
import dev.parley.company.PagePattern;
import dev.parley.company.PreChat;
import dev.parley.company.PreChatJson;
import dev.parley.company.SiteAvailability;
import dev.parley.company.SiteAvailability.Reason;
import dev.parley.company.SiteLook;
import dev.parley.company.SiteLookJson;
import dev.parley.company.SitePicture;
import dev.parley.company.SiteShowing;
import dev.parley.company.SiteView;
import dev.parley.web.language.Languages;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
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
            List.of("en", "de", "tlh"),
            24,
            SiteLook.of("#0b6b67"),
            null,
            null,
            SiteShowing.ALWAYS,
            PreChat.NONE,
            ChatInvites.NONE);

    private static final Map<String, Map<String, String>> OWN =
            Map.of("de", Map.of("greeting", "Moin.", "loader.open", "Frag {name}", "unheard-of", "?"));

    private static final SiteAvailability OPEN = new SiteAvailability(true, Reason.AVAILABLE, null, null, List.of());

    private final Wording wording = new Wording(new BuiltAssets());
    private final PublicSite site = new PublicSite(ACME, OWN, () -> OPEN, List::of, null);

    @Test
    @Tag("WID-8")
    void only_pages_of_the_site_may_frame_the_panel() {
        assertThat(site.frameAncestors()).isEqualTo("https://shop.example http://localhost:*");
        assertThat(site.panel(Locale.ENGLISH, wording).getJsonArray("origins")).hasSize(2);
    }

    @Test
    @Tag("WID-22")
    void the_panel_speaks_the_first_of_the_visitors_languages_that_the_site_and_the_widget_speak() {
        List<Locale> spoken = site.spoken(wording);

        assertThat(spoken).containsExactly(Locale.ENGLISH, Locale.GERMAN);
        assertThat(SiteView.common(List.of(Locale.JAPANESE, Locale.GERMANY, Locale.ENGLISH), spoken))
                .isEqualTo(Locale.GERMAN);
        assertThat(SiteView.common(List.of(Locale.JAPANESE), spoken)).isEqualTo(Locale.ENGLISH);
        assertThat(SiteView.common(List.of(), spoken)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    @Tag("WID-20")
    void a_sites_own_words_take_the_place_of_the_widgets_in_their_language_only() {
        var german = site.panel(Locale.GERMAN, wording).getJsonObject("texts");
        var english = site.panel(Locale.ENGLISH, wording).getJsonObject("texts");

        assertThat(german.getString("greeting")).isEqualTo("Moin.");
        assertThat(german.getString("send")).isEqualTo("Senden");
        assertThat(english.getString("greeting")).isEqualTo("Hello. How can we help?");
        assertThat(german.keySet()).isEqualTo(english.keySet()).doesNotContain("unheard-of", "loader.open");
    }

    @Test
    @Tag("WID-20")
    void a_site_may_say_what_comes_later_otherwise_too() {
        Map<String, Map<String, String>> own =
                Map.of("de", Map.of("event.reminded", "Hallo?", "arrival.left", "Danke."));
        var panel = new PublicSite(ACME, own, () -> OPEN, List::of, null)
                .panel(Locale.GERMAN, wording)
                .getJsonObject("texts");

        assertThat(panel.getString("event.reminded")).isEqualTo("Hallo?");
        assertThat(panel.getString("arrival.left")).isEqualTo("Danke.");
        assertThat(panel.keySet()).as("the others come later").doesNotContain("event.closed", "arrival.save");
        assertThat(wording.words(Locale.GERMAN))
                .containsKeys("greeting", "event.closed", "arrival.save", "loader.open");
    }

    @Test
    @Tag("WID-22")
    void what_comes_later_is_there_in_every_language() {
        assertThat(wording.languages())
                .hasSize(13)
                .allSatisfy(language ->
                        assertThat(wording.words(language)).containsKeys("arrival.left", "wait.range", "event.closed"));
    }

    @Test
    @Tag("WID-12")
    void the_panel_knows_from_its_first_moment_when_somebody_is_back_and_the_loader_does_not_ask() {
        Instant opens = Instant.parse("2026-11-30T08:30:00Z");
        var closed = new SiteAvailability(false, Reason.CLOSED, opens, opens, List.of());

        var panel = new PublicSite(ACME, OWN, () -> closed, List::of, null).panel(Locale.ENGLISH, wording);

        assertThat(panel.getBoolean("open")).isFalse();
        assertThat(panel.getString("reason")).isEqualTo("closed");
        assertThat(panel.getString("nextChange")).isEqualTo("2026-11-30T08:30:00Z");
        assertThat(site.panel(Locale.ENGLISH, wording).containsKey("nextChange"))
                .isFalse();
        Supplier<SiteAvailability> never = () -> {
            throw new AssertionError("asked");
        };
        assertThat(new PublicSite(ACME, OWN, never, List::of, null).loader("http://localhost:8080", wording))
                .isNotEmpty();
    }

    @Test
    @Tag("WID-14")
    void only_where_visitors_can_be_notified_the_panel_gets_the_key_and_the_words_for_it() {
        var with = new PublicSite(ACME, OWN, () -> OPEN, List::of, "BKey").panel(Locale.ENGLISH, wording);
        var without = site.panel(Locale.ENGLISH, wording);

        assertThat(with.getString("pushKey")).isEqualTo("BKey");
        assertThat(with.getJsonObject("texts").keySet())
                .contains("alerts.notify")
                .doesNotContain("alerts.notice");
        assertThat(without.containsKey("pushKey")).isFalse();
        assertThat(without.getJsonObject("texts").keySet()).noneMatch(name -> name.startsWith("alerts."));
        assertThat(wording.notice(Locale.GERMAN, Map.of(), "Acme")).isEqualTo("Neue Antwort von Acme");
    }

    @Test
    @Tag("WID-22")
    void arabic_begins_at_the_right() {
        assertThat(wording.speaks(Locale.forLanguageTag("ar"))).isTrue();
        assertThat(Languages.direction(Locale.forLanguageTag("ar-EG"))).isEqualTo("rtl");
        assertThat(Languages.direction(Locale.GERMANY)).isEqualTo("ltr");
    }

    @Test
    @Tag("WID-3")
    void the_loader_gets_what_it_needs_for_a_button_and_nothing_of_the_inside() {
        var config = site.loader("http://localhost:8080", wording);

        assertThat(config.keySet()).containsExactlyInAnyOrder("origin", "site", "css", "texts");
        assertThat(config.getJsonObject("texts").getJsonObject("de").getString("open"))
                .isEqualTo("Frag Acme </script>");
        assertThat(config.getJsonObject("texts").getJsonObject("en").keySet())
                .containsExactlyInAnyOrder("open", "close", "unread");
        assertThat(config.getString("css")).isEqualTo(":host{--brand:#0b6b67;--on:#ffffff}");
        assertThat(config + site.panel(Locale.ENGLISH, wording).toString()).doesNotContain("4711", "pubsite");
    }

    @Test
    @Tag("WID-21")
    void the_loader_hides_the_button_where_and_when_the_site_says_so() {
        var closed = new SiteAvailability(false, Reason.CLOSED, null, null, List.of());
        var nobody = new SiteAvailability(false, Reason.NO_AGENT, null, null, List.of());
        SiteShowing seldom =
                new SiteShowing(false, List.of(PagePattern.of("/checkout/*")), false, true, false, List.of("de", "fr"));

        var config = new PublicSite(shown(seldom), OWN, () -> closed, List::of, null)
                .loader("http://localhost:8080", wording);
        assertThat(config.getString("hide")).isEqualTo("^(?:\\/checkout\\/.*)$");
        assertThat(config.getString("css"))
                .contains("@media(max-width:480px),(max-height:480px){button{display:none}}")
                .contains(":host(:not(:lang(de)):not(:lang(fr))) button{display:none}")
                .endsWith("}button{display:none}");
        var open = new PublicSite(shown(seldom), OWN, () -> nobody, List::of, null)
                .loader("http://localhost:8080", wording);
        assertThat(open.getString("css"))
                .as("nobody is there, but the hours say open")
                .doesNotEndWith("}button{display:none}");
    }

    @Test
    @Tag("CHAT-22")
    void the_panel_asks_in_its_language_and_ponders_over_no_pattern() {
        PreChat form = PreChatJson.read(Json.createReader(new StringReader("""
                        {"consent": {"en": "I agree."}, "fields": [
                          {"name": "a", "kind": "text", "pattern": "(a+)+", "texts": {"en": {"label": "A"}, "de": {"label": "Ä", "help": "Nur Ä"}}},
                          {"name": "b", "kind": "text", "pattern": "\\\\d{5}", "required": true, "texts": {"en": {"label": "</script>'"}}}]}""")).readObject(), PreChat.NONE);

        assertThat(AskedForm.write(form, "de", List.of("en", "de")).toString())
                .isEqualTo("[{\"name\":\"a\",\"kind\":\"text\",\"label\":\"Ä\",\"help\":\"Nur Ä\"},"
                        + "{\"name\":\"b\",\"kind\":\"text\",\"label\":\"</script>'\",\"required\":true,\"pattern\":\"\\\\d{5}\"},"
                        + "{\"name\":\"consent\",\"kind\":\"checkbox\",\"label\":\"I agree.\",\"required\":true}]");
        assertThat(site.panel(Locale.ENGLISH, wording))
                .as("asks nothing, says nothing of it")
                .doesNotContainKeys("form", "departments");
    }

    private static SiteView shown(SiteShowing showing) {
        return dressed(showing, SiteLook.of("#0b6b67"), null);
    }

    private static SiteView dressed(SiteLook look, SitePicture logo) {
        return dressed(SiteShowing.ALWAYS, look, logo);
    }

    private static SiteView dressed(SiteShowing showing, SiteLook look, SitePicture logo) {
        return new SiteView(
                17,
                "pubsite",
                4711,
                "Acme",
                "acme",
                "Acme shop",
                23,
                List.of(),
                "#0b6b67",
                List.of("en"),
                24,
                look,
                logo,
                null,
                showing,
                PreChat.NONE,
                ChatInvites.NONE);
    }

    @Test
    @Tag("WID-10")
    @Tag("WID-20")
    void who_is_there_is_shown_while_open_and_only_where_the_site_shows_faces() {
        List<TeamFace> there = List.of(new TeamFace("mia", "Mia", "/pictures/Mia.jpg"));
        var shown = new PublicSite(shown(SiteShowing.ALWAYS), OWN, () -> OPEN, () -> there, null);
        var closed = new SiteAvailability(false, SiteAvailability.Reason.CLOSED, null, null, List.of());
        var faceless =
                SiteLookJson.read(Json.createObjectBuilder().add("faces", false).build(), SiteLook.PLAIN);

        assertThat(shown.panel(Locale.ENGLISH, wording).getJsonArray("team").getJsonObject(0))
                .isEqualTo(Json.createObjectBuilder()
                        .add("id", "mia")
                        .add("name", "Mia")
                        .add("avatar", "/pictures/Mia.jpg")
                        .build());
        assertThat(shown.panelStyle(null)).contains(".team .av");
        assertThat(new PublicSite(shown(SiteShowing.ALWAYS), OWN, () -> closed, () -> there, null)
                        .panel(Locale.ENGLISH, wording))
                .doesNotContainKey("team");
        var without = new PublicSite(dressed(faceless, null), OWN, () -> OPEN, () -> there, null);
        assertThat(without.panel(Locale.ENGLISH, wording)).doesNotContainKey("team");
        assertThat(without.panelStyle(null)).doesNotContain(".team .av");
    }

    @Test
    @Tag("WID-20")
    void a_wide_logo_goes_with_the_page_and_another_with_its_style() {
        var word = new PublicSite(
                dressed(SiteLook.PLAIN, new SitePicture("/pictures/W.png", 480, 100)), OWN, () -> OPEN, List::of, null);
        var sign = new PublicSite(
                dressed(SiteLook.PLAIN, new SitePicture("/pictures/S.png", 160, 160)), OWN, () -> OPEN, List::of, null);

        assertThat(word.panel(Locale.ENGLISH, wording).getString("logo")).isEqualTo("/pictures/W.png");
        assertThat(sign.panel(Locale.ENGLISH, wording)).doesNotContainKey("logo");
        assertThat(sign.panelStyle(null)).contains("/pictures/S.png");
    }
}
