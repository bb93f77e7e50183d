package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.TeamFace;
import dev.parley.company.ChatInvites;
import dev.parley.company.ChatInvitesJson;
import dev.parley.company.DepartmentView;
import dev.parley.company.PagePattern;
import dev.parley.company.PreChat;
import dev.parley.company.SiteAvailability;
import dev.parley.company.SiteAvailability.OfDepartment;
import dev.parley.company.SiteAvailability.Reason;
import dev.parley.company.SiteLook;
import dev.parley.company.SiteRoute;
import dev.parley.company.SiteShowing;
import dev.parley.company.SiteView;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("WID-17")
class SpokenInvitesTest {
    private static final ChatInvites RULES =
            ChatInvitesJson.read(Json.createReader(new StringReader("""
                    [{"id":"a1","seconds":20,"page":"/tents/*","texts":{"en":"Comparing tents?","de":"Zelte?"}},
                    {"id":"b2","seconds":5,"page":"/cart","texts":{"en":"Shall we help?"}},
                    {"id":"c3","on":false,"texts":{"en":"Never."}}]""")).readArray());
    private static final DepartmentView SUPPORT = new DepartmentView(1, "support", 4711, "Support", false);
    private static final DepartmentView SALES = new DepartmentView(2, "sales", 4711, "Sales", false);
    private static final List<SiteRoute> ROUTES = List.of(new SiteRoute(PagePattern.of("/shoes/*"), "sales", "Sales"));

    private final Wording wording = new Wording(new BuiltAssets());

    private static PublicSite site(ChatInvites invites, PreChat form, Reason support, Reason sales) {
        SiteView view = new SiteView(
                17,
                "pubsite",
                4711,
                "Acme",
                "acme",
                "Acme shop",
                1,
                List.of(),
                "#0b6b67",
                List.of("en", "de"),
                24,
                SiteLook.PLAIN,
                null,
                null,
                SiteShowing.ALWAYS,
                form,
                invites);
        Reason best = support.compareTo(sales) < 0 ? support : sales;
        SiteAvailability now = new SiteAvailability(
                best.open(),
                best,
                null,
                null,
                List.of(new OfDepartment(SUPPORT, support, null), new OfDepartment(SALES, sales, null)));
        return new PublicSite(view, Map.of(), () -> now, List::of, null);
    }

    private static String free(Reason support, Reason sales, PreChat form) throws IOException {
        return new SpokenInvites(site(RULES, form, support, sales))
                .here(ROUTES, List.of(), null)
                .toString();
    }

    @Test
    void the_button_learns_only_when_and_where_the_first_rule_may_come_true() {
        JsonObject with =
                site(RULES, PreChat.NONE, Reason.CLOSED, Reason.CLOSED).loader("https://p", wording);
        JsonObject without = site(ChatInvites.NONE, PreChat.NONE, Reason.CLOSED, Reason.CLOSED)
                .loader("https://p", wording);

        assertThat(with.getJsonArray("invite")).hasToString("[5000,\"^(?:\\\\/tents\\\\/.*|\\\\/cart)$\"]");
        assertThat(with.toString()).doesNotContain("Comparing", "Never");
        assertThat(without).doesNotContainKey("invite");
    }

    @Test
    void the_rules_in_use_are_told_in_one_language_counted_from_when_the_button_asks() {
        JsonObject told = new SpokenInvites(site(RULES, PreChat.NONE, Reason.CLOSED, Reason.CLOSED))
                .rules("https://p/w/acme/here.js", Locale.GERMAN, wording);

        assertThat(told.getJsonArray("rules"))
                .hasToString(
                        "[{\"id\":\"a1\",\"text\":\"Zelte?\",\"after\":15000,\"pages\":1,\"path\":\"^\\\\/tents\\\\/.*$\"},"
                                + "{\"id\":\"b2\",\"text\":\"Shall we help?\",\"after\":0,\"pages\":1,\"path\":\"^\\\\/cart$\"}]");
        assertThat(told.getJsonObject("texts"))
                .isEqualTo(Json.createObjectBuilder()
                        .add("no", "Jetzt nicht")
                        .add("label", "Nachricht von {name}")
                        .add("start", "Chat beginnen")
                        .add("here", wording.words(Locale.GERMAN).get("here"))
                        .build());
        assertThat(told.toString()).doesNotContain("4711", "pubsite", "Never");
    }

    @Test
    @Tag("ROU-8")
    void somebody_must_be_free_in_the_department_where_the_page_leads() throws IOException {
        assertThat(free(Reason.AVAILABLE, Reason.CLOSED, PreChat.NONE))
                .isEqualTo("{\"free\":[[\"^\\\\/shoes\\\\/.*$\",false],[\"\",true]]}");
        assertThat(free(Reason.NO_AGENT, Reason.AVAILABLE, PreChat.NONE))
                .isEqualTo("{\"free\":[[\"^\\\\/shoes\\\\/.*$\",true],[\"\",false]]}");
        assertThat(free(Reason.BUSY, Reason.BUSY, PreChat.NONE))
                .as("nobody is invited to wait")
                .isEqualTo("{\"free\":[[\"^\\\\/shoes\\\\/.*$\",false],[\"\",false]]}");
        PreChat choosing = new PreChat(true, Map.of(), null, List.of(), false);
        assertThat(free(Reason.NO_AGENT, Reason.AVAILABLE, choosing)).isEqualTo("{\"free\":[[\"\",true]]}");
    }

    @Test
    void who_is_there_is_named() throws IOException {
        var here = new SpokenInvites(site(RULES, PreChat.NONE, Reason.AVAILABLE, Reason.AVAILABLE));
        List<TeamFace> faces = List.of(new TeamFace("m", "Mia", "/pictures/M.jpg"));

        assertThat(here.here(List.of(), faces, face -> "AAAA").getString("photo"))
                .isEqualTo("AAAA");
        assertThat(here.here(List.of(), faces, face -> null).getString("name")).isEqualTo("Mia");
        assertThat(here.here(List.of(), faces, face -> null)).doesNotContainKey("photo");
        assertThat(here.here(List.of(), List.of(), null)).containsOnlyKeys("free");
        var busy = new SpokenInvites(site(RULES, PreChat.NONE, Reason.BUSY, Reason.BUSY));
        assertThat(busy.here(List.of(), faces, face -> "AAAA"))
                .as("nobody is shown where nobody is free: a page keeps each answer")
                .containsOnlyKeys("free");
    }

    @Test
    void the_panel_has_no_words_of_it() {
        assertThat(site(RULES, PreChat.NONE, Reason.CLOSED, Reason.CLOSED)
                        .panel(Locale.ENGLISH, wording)
                        .getJsonObject("texts")
                        .keySet())
                .noneMatch(name -> name.startsWith("invite."));
    }
}
