package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Openings;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import jakarta.enterprise.inject.Instance;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("COM-4")
class SiteChangesIT {
    private TestDesk desk;
    private Caller.Staff owner;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        owner = desk.colleague("Ann", Role.OWNER);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("WID-20")
    void a_site_is_made_dressed_and_given_its_own_words(TestDatabase.Kind kind) throws Exception {
        open(kind);
        SiteDetails made = create("acme-shop", draft("Shop", List.of("https://Shop.example"), List.of("de", "en")));
        assertThat(made.origins()).containsExactly("https://shop.example");
        assertThat(made.department()).isEqualTo("department-1");
        assertThat(made.look()).isEqualTo(SiteLook.PLAIN);

        JsonObject look = Json.createObjectBuilder()
                .add("color", "#7A1F3D")
                .add("radius", 4)
                .add("side", "start")
                .add("hours", false)
                .add("tokens", Json.createObjectBuilder().add("--line", "#eee"))
                .build();
        SiteDetails dressed = change(
                made.key(),
                new SiteDraft(
                        null,
                        null,
                        null,
                        "department-2",
                        null,
                        null,
                        look,
                        Map.of("de", Map.of("greeting", "Moin.", "start", " ")),
                        made.version()));

        assertThat(dressed.look().color()).isEqualTo("#7a1f3d");
        assertThat(dressed.look().side()).isEqualTo(SiteLook.Side.START);
        assertThat(dressed.look().hours()).isFalse();
        assertThat(dressed.look().contact())
                .as("on, unless somebody says otherwise")
                .isTrue();
        assertThat(dressed.look().shape()).as("what was not said stays").isEqualTo(SiteLook.Shape.LEAF);
        assertThat(dressed.texts()).isEqualTo(Map.of("de", Map.of("greeting", "Moin.")));
        assertThat(dressed.departmentName()).isEqualTo("Sales");
        assertThat(dressed.version()).isEqualTo(made.version() + 1);
        SiteView seen = desk.get(Sites.class).require("acme-shop");
        assertThat(seen.look()).isEqualTo(dressed.look());
        assertThat(desk.get(Sites.class).texts(seen)).isEqualTo(dressed.texts());
        SiteDetails silent = change(
                made.key(), new SiteDraft(null, null, null, null, null, null, null, Map.of("de", Map.of()), null));
        assertThat(silent.texts()).isEmpty();
        assertThat(change(made.key(), SiteDraft.looking(look, null)).version())
                .as("nothing changed")
                .isEqualTo(silent.version());
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-4")
    void every_change_is_in_the_audit_log_and_the_slower_of_two_is_told(TestDatabase.Kind kind) throws Exception {
        open(kind);
        SiteDetails made = create("acme-shop", draft("Shop", null, null));
        change(made.key(), draft("Our shop", null, null));

        assertThatThrownBy(() -> change(
                        made.key(), new SiteDraft("Late", null, null, null, null, null, null, null, made.version())))
                .isInstanceOf(Outdated.class);
        assertThat(desk.count("select count(*) from audit_entry where kind = 'site'"))
                .isEqualTo(2);
        assertThat(desk.count("select count(*) from audit_entry where before_json = '{\"name\":\"Shop\"}'"
                        + " and after_json = '{\"name\":\"Our shop\"}'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_archived_site_is_not_found_by_its_visitors_until_it_is_taken_up_again(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        change("acme", archived(true));
        assertThat(desk.get(Sites.class).find("acme")).isEmpty();
        assertThat(desk.get(SiteChanges.class).get(owner, "acme").archived()).isTrue();

        change("acme", archived(false));
        assertThat(desk.get(Sites.class).find("acme")).isPresent();
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("WID-21")
    void where_it_shows_and_which_pages_have_a_department_is_kept_and_followed(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        JsonObject showing = Json.createObjectBuilder()
                .add("only", true)
                .add("paths", Json.createArrayBuilder().add("/shop/*").add("/größe"))
                .add("phones", false)
                .add("closed", false)
                .add("showsIn", Json.createArrayBuilder().add("de"))
                .build();
        SiteDetails told =
                change("acme", where(showing, route("/shoes/*", "department-2"), route("/*", "department-1")));
        assertThat(told.showing().paths()).extracting(PagePattern::text).containsExactly("/shop/*", "/gr%C3%B6%C3%9Fe");
        assertThat(told.routes()).extracting(SiteRoute::name).containsExactly("Sales", "Support");
        assertThat(desk.get(Sites.class).require("acme").showing()).isEqualTo(told.showing());
        assertThat(desk.count("select count(*) from audit_entry where after_json like '%/shoes/* → Sales%'"))
                .isEqualTo(1);
        assertThat(change("acme", where(showing)).showing().desktops())
                .as("what was not said stays")
                .isTrue();
        change("acme", where(null, route("/shoes/*", "department-2")));

        assertThat(begunOn("https://shop.example/shoes/red?size=42#top")).isEqualTo(2);
        assertThat(begunOn("https://shop.example/hats")).isEqualTo(1);
        assertThat(begunOn(null)).isEqualTo(1);
        desk.change("update department set archived_at = ?, successor_id = 1 where id = 2", desk.now());
        assertThat(begunOn("https://shop.example/shoes/red"))
                .as("of an archived one the successor takes it")
                .isEqualTo(1);

        assertThatThrownBy(() -> change("acme", where(null, route("/x", "department-9"))))
                .isInstanceOf(NotFound.class);
        SiteRoute[] many = Collections.nCopies(SiteRoutes.MOST + 1, route("/x", "department-1"))
                .toArray(SiteRoute[]::new);
        assertThatThrownBy(() -> change("acme", where(null, many))).isInstanceOf(Invalid.class);
        assertThat(desk.get(SiteChanges.class).get(owner, "acme").routes())
                .as("nothing of what was refused")
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("WID-17")
    @Tag("SEC-4")
    void by_which_rules_pages_speak_first_is_kept_told_and_audited(TestDatabase.Kind kind) throws Exception {
        open(kind);
        SiteDetails told =
                invite(null, rule("k1", "Comparing tents?", 20, "/tents/*"), rule(null, "Still here?", 90, null));

        ChatInvite second = told.invites().rules().get(1);
        assertThat(told.invites().rules()).extracting(ChatInvite::seconds).containsExactly(20, 90);
        assertThat(desk.get(Sites.class).require("acme").invites()).isEqualTo(told.invites());
        assertThat(
                        desk.count(
                                "select count(*) from audit_entry where after_json like '%on · 20 s · /tents/* · en: Comparing tents?%'"))
                .isEqualTo(1);
        SiteDetails turned = invite(
                told.version(),
                rule(second.id(), "Still here?", 90, null),
                rule("k1", "Comparing tents?", 20, "/tents/*"));
        assertThat(turned.invites().rules()).extracting(ChatInvite::id).containsExactly(second.id(), "k1");
        assertThat(desk.count("select count(*) from audit_entry where before_json = '{\"invites\":[\"k1\",\""
                        + second.id() + "\"]}' and after_json = '{\"invites\":[\"" + second.id() + "\",\"k1\"]}'"))
                .as("a change of places names no rule")
                .isEqualTo(1);
        assertThat(change("acme", draft("Shop", null, null)).invites())
                .as("what was not said stays")
                .isEqualTo(turned.invites());

        assertThatThrownBy(() -> invite(told.version(), rule("k1", "Late", 1, null)))
                .isInstanceOf(Outdated.class);
        assertThatThrownBy(() -> invite(null, rule("k1", "x".repeat(201), 1, null)))
                .isInstanceOf(Invalid.class);
        assertThat(invite(null).invites()).isEqualTo(ChatInvites.NONE);
        assertThat(desk.ask("select invites from site where id = 1")).isEqualTo("[]");
    }

    private SiteDetails invite(Long version, JsonObjectBuilder... rules) {
        var list = Json.createArrayBuilder();
        for (JsonObjectBuilder rule : rules) list.add(rule);
        return change("acme", SiteDraft.inviting(list.build(), version));
    }

    private static JsonObjectBuilder rule(String id, String text, int seconds, String page) {
        var rule = Json.createObjectBuilder()
                .add("texts", Json.createObjectBuilder().add("en", text))
                .add("seconds", seconds);
        if (id != null) rule.add("id", id);
        if (page != null) rule.add("page", page);
        return rule;
    }

    /** Key of the department to which a conversation goes that a visitor begins there. */
    private long begunOn(String page) {
        long conversation = desk.waiting(1);
        long visitor = desk.count("select visitor_id from conversation where id = ?", conversation);
        desk.change("update visitor set page_url = ? where id = ?", page, visitor);
        var caller = new Caller.Visitor(TestDesk.COMPANY, 1, visitor, "visitor-" + visitor, "Visitor");
        Availability someone = stub(Availability.class, true);
        desk.provide(Instance.class, stub(Instance.class, someone));
        return in(() -> desk.get(Openings.class).place(caller, null, null)).departmentId();
    }

    private static <T> T stub(Class<T> type, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> answer));
    }

    private static SiteRoute route(String path, String department) {
        return new SiteRoute(PagePattern.of(path), department, null);
    }

    private static SiteDraft where(JsonObject showing, SiteRoute... routes) {
        return new SiteDraft(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                showing,
                routes.length == 0 ? null : List.of(routes),
                null,
                null,
                null);
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-2")
    void what_does_not_fit_is_refused_and_nothing_of_it_kept(TestDatabase.Kind kind) throws Exception {
        open(kind);
        for (String key : List.of("ab", "Acme", "a--b", "-abc", "a b c", "x".repeat(41)))
            assertThatThrownBy(() -> create(key, draft("Shop", null, null)))
                    .as(key)
                    .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> create("acme", draft("Shop", null, null))).isInstanceOf(Refused.class);
        for (String origin : List.of("shop.example", "https://*.shop.example", "https://shop.example/", "null", "*"))
            assertThatThrownBy(() -> change("acme", draft(null, List.of(origin), null)))
                    .as(origin)
                    .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> change("acme", draft(null, null, List.of()))).isInstanceOf(Invalid.class);
        for (JsonObject look : List.of(
                Json.createObjectBuilder().add("color", "red").build(),
                Json.createObjectBuilder().addNull("color").build(),
                Json.createObjectBuilder().add("radius", 99).build(),
                Json.createObjectBuilder().add("font", "Comic Sans").build(),
                tokens("--ink", "#fff"),
                tokens("--line", "url(https://evil.example)"),
                tokens("--line;}body{", "#fff"),
                tokens("--line", "#fff;background:url(x)")))
            assertThatThrownBy(() -> change("acme", SiteDraft.looking(look, null)))
                    .as(look.toString())
                    .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> change("elsewhere", draft("Mine", null, null))).isInstanceOf(NotFound.class);
        Caller.Staff agent = desk.agent("Ben");
        assertThatThrownBy(() -> desk.get(SiteChanges.class).get(agent, "acme")).isInstanceOf(Forbidden.class);
        Caller.Staff foreign = new Caller.Staff(99, 1, "x", "Eve", Role.OWNER, 0);
        assertThatThrownBy(() -> desk.get(SiteChanges.class).get(foreign, "acme"))
                .isInstanceOf(NotFound.class);
        assertThat(desk.count("select count(*) from audit_entry")).isZero();
    }

    private static JsonObject tokens(String name, String value) {
        return Json.createObjectBuilder()
                .add("tokens", Json.createObjectBuilder().add(name, value))
                .build();
    }

    private static SiteDraft archived(boolean archived) {
        return new SiteDraft(null, null, null, null, null, archived, null, null, null);
    }

    private static SiteDraft draft(String name, List<String> origins, List<String> languages) {
        return new SiteDraft(name, origins, languages, null, null, null, null, null, null);
    }

    private SiteDetails create(String key, SiteDraft draft) {
        return in(() -> desk.get(SiteChanges.class).create(owner, key, draft));
    }

    private SiteDetails change(String key, SiteDraft draft) {
        return in(() -> desk.get(SiteChanges.class).change(owner, key, draft));
    }

    private <T> T in(Supplier<T> work) {
        return desk.get(OwnTransaction.class).call(work);
    }
}
