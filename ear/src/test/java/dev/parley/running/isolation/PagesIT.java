package dev.parley.running.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.PageClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.Repository;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("SEC-2")
@Tag("SEC-3")
@Tag("SEC-5")
@Tag("CHAT-8")
class PagesIT {
    /** Who may see each page; a page that is not here fails. */
    private static final Map<String, Audience> TABLE = Map.ofEntries(
            Map.entry("index.xhtml", Audience.EVERYBODY),
            Map.entry("login.xhtml", Audience.EVERYBODY),
            Map.entry("login/sso.xhtml", Audience.EVERYBODY),
            Map.entry("account.xhtml", Audience.COLLEAGUES),
            Map.entry("reset.xhtml", Audience.EVERYBODY),
            Map.entry("join.xhtml", Audience.EVERYBODY),
            Map.entry("mailbox.xhtml", Audience.EVERYBODY),
            Map.entry("setup.xhtml", Audience.EVERYBODY),
            Map.entry("console.xhtml", Audience.ANSWERING),
            Map.entry("portal.xhtml", Audience.PORTAL),
            Map.entry("portal/company.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/hours.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/routing.xhtml", Audience.SUPERVISORS),
            Map.entry("portal/canned.xhtml", Audience.SUPERVISORS),
            Map.entry("portal/canned-response.xhtml", Audience.SUPERVISORS),
            Map.entry("portal/departments.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/department.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/replay.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/sites.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/site.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/people.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/person.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/invite.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/mail.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/tokens.xhtml", Audience.ADMINISTRATORS),
            // of the owner alone, who is the administrator here
            Map.entry("portal/sign-on.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/roles.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/role.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/lists.xhtml", Audience.ADMINISTRATORS),
            Map.entry("portal/audit.xhtml", Audience.ADMINISTRATORS));

    private static Desk desk;
    private static final Map<Actor, PageClient> BROWSERS = new EnumMap<>(Actor.class);

    @BeforeAll
    static void prepare() {
        desk = new Desk();
        for (Actor actor : Actor.values()) {
            PageClient browser = new PageClient(desk.parley.url());
            if (actor.email() != null) browser.signIn(actor.email(), ParleyRest.PASSWORD);
            BROWSERS.put(actor, browser);
        }
    }

    @AfterAll
    static void leave() {
        desk.close();
    }

    @Test
    void every_page_stands_in_the_table() {
        assertThat(unknown(Repository.pages())).isEmpty();
        assertThat(unknown(List.of("planted.xhtml"))).containsExactly("planted.xhtml");
    }

    private static List<String> unknown(List<String> pages) {
        return pages.stream().filter(page -> !TABLE.containsKey(page)).toList();
    }

    @TestFactory
    Stream<DynamicTest> each_role_sees_what_the_table_says() {
        return Repository.pages().stream()
                .flatMap(page -> BROWSERS.keySet().stream()
                        .filter(actor -> !actor.isForeign() && actor != Actor.VISITOR)
                        .map(actor -> DynamicTest.dynamicTest(page + " by " + actor, () -> roleOf(page, actor))));
    }

    private static void roleOf(String page, Actor actor) {
        HttpResponse<String> answer = BROWSERS.get(actor).get(path(page));
        if (page.equals("login.xhtml") && actor != Actor.NOBODY) {
            assertThat(answer.statusCode()).as("is signed in already").isEqualTo(302);
        } else if (page.equals("setup.xhtml")) {
            assertThat(answer.statusCode()).as("a demo has no set-up").isEqualTo(404);
        } else if (TABLE.get(page).has(actor)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            hasStrictPolicy(answer);
        } else if (actor == Actor.NOBODY) {
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).contains("/login?next=");
        } else {
            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    /** Whoever has a role of the company's own with nothing else in it. */
    @TestFactory
    Stream<DynamicTest> a_permission_alone_opens_its_pages_and_no_other() {
        return PermissionTable.ALL.stream()
                .map(permission -> DynamicTest.dynamicTest(permission, () -> alone(permission)));
    }

    private static void alone(String permission) {
        var soft = new SoftAssertions();
        try (OneRole role = new OneRole(desk.parley.rest(), permission)) {
            PageClient browser = new PageClient(desk.parley.url());
            browser.signIn(OneRole.EMAIL, ParleyRest.PASSWORD);
            for (String page : Repository.pages()) {
                // who is signed in has no business at the first, a demo none at the second
                if (page.equals("login.xhtml") || page.equals("setup.xhtml")) continue;
                boolean opens = PermissionTable.opens(permission, page, TABLE.get(page));
                soft.assertThat(browser.get(path(page)).statusCode()).as(page).isEqualTo(opens ? 200 : 403);
            }
        }
        soft.assertAll();
    }

    /** However a page's address is written, it is guarded. */
    @TestFactory
    Stream<DynamicTest> no_other_spelling_opens_a_guarded_page() {
        return Stream.of(
                        "/console.xhtml",
                        "/portal.xhtml",
                        "/account.xhtml",
                        "/account/",
                        "/account/sign-ins",
                        "/account/passkeys",
                        "/console/",
                        "/portal/",
                        "/portal/company.xhtml",
                        "/portal/company/",
                        "/portal/company;x=1",
                        "/portal//audit",
                        "/portal/%61udit",
                        "/portal/hours.xhtml",
                        "/portal/person?id=x",
                        "/console;x=1",
                        "/portal;jsessionid=1",
                        "/portal.xhtml;x=1",
                        "//portal",
                        "/./portal",
                        "/x/../portal",
                        "/%70ortal",
                        "/portal%2Exhtml",
                        "/portal/x",
                        "/portal?x=1",
                        "/WEB-INF/web.xml",
                        "/WEB-INF/layout/portal.xhtml",
                        "/META-INF/MANIFEST.MF",
                        "//WEB-INF/web.xml",
                        "/%57EB-INF/web.xml",
                        "/./WEB-INF/web.xml",
                        "/x/../WEB-INF/web.xml",
                        "/web-inf/web.xml",
                        "/WEB-INF;x/web.xml",
                        "/%2e/WEB-INF/web.xml",
                        "/jakarta.faces.resource/..%2fWEB-INF%2fweb.xml",
                        "/look/..%2fWEB-INF/web.xml")
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    HttpResponse<String> answer = BROWSERS.get(Actor.NOBODY).get(path);

                    assertThat(answer.statusCode()).isNotEqualTo(200).isLessThan(500);
                    assertThat(answer.body()).doesNotContain("<web-app").doesNotContain("Manifest-Version");
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_foreign_id_in_a_pages_address_shows_nothing() {
        return Repository.pages().stream()
                .flatMap(page -> Stream.of(Actor.FOREIGN_AGENT, Actor.FOREIGN_OWNER)
                        .map(actor -> DynamicTest.dynamicTest(page + " by " + actor, () -> {
                            for (String name : List.of("conversation", "id", "site", "department", "agent", "next")) {
                                HttpResponse<String> answer =
                                        BROWSERS.get(actor).get(path(page) + "?" + name + "=" + desk.conversation);

                                assertThat(answer.statusCode()).isLessThan(500);
                                assertThat(answer.body()).doesNotContain(desk.canary);
                            }
                        })));
    }

    /** The longest pattern decides, also where the address is written in another way. */
    @TestFactory
    Stream<DynamicTest> no_other_spelling_opens_a_page_for_administrators() {
        return Stream.of(
                        "/portal/company.xhtml",
                        "/portal/company/",
                        "/portal/company;x=1",
                        "/portal//audit",
                        "/portal/%61udit",
                        "/portal/./people",
                        "/portal/x/../people")
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    HttpResponse<String> answer = BROWSERS.get(Actor.SUPERVISOR).get(path);

                    assertThat(answer.statusCode()).isNotEqualTo(200).isLessThan(500);
                }));
    }

    @Test
    void a_page_names_only_its_own_company() {
        String own = BROWSERS.get(Actor.OWNER).get("/portal").body();
        String foreign = BROWSERS.get(Actor.FOREIGN_OWNER).get("/portal").body();

        assertThat(own).contains("Acme").doesNotContain("Globex");
        assertThat(foreign).contains("Globex").doesNotContain("Acme");
    }

    private static String path(String page) {
        return page.equals("index.xhtml") ? "/" : "/" + page.replace(".xhtml", "");
    }

    private static void hasStrictPolicy(HttpResponse<String> answer) {
        List<String> policies = answer.headers().allValues("Content-Security-Policy");
        assertThat(policies).hasSize(1);
        assertThat(policies.get(0))
                .contains("base-uri 'none'")
                .contains("frame-ancestors 'none'")
                .containsPattern("script-src [^;]*'nonce-[A-Za-z0-9+/=_-]{16,}'")
                .doesNotContainPattern("script-src [^;]*unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
    }
}
