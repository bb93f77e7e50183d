package dev.parley.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.parley.running.OidcProvider;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A company signs in at its own provider, which is a real one. The server is the test's own: others sign in by password. */
@Tag("SEC-1")
@Tag("SEC-5")
class SingleSignOnIT {
    private static RunningParley parley;
    private OidcProvider provider;
    private Browsers browsers;

    @BeforeAll
    static void start() {
        parley = RunningParley.start(Map.of());
    }

    @AfterAll
    static void stop() {
        parley.close();
    }

    @BeforeEach
    void open() {
        browsers = new Browsers();
    }

    @AfterEach
    void close() {
        browsers.close();
        if (provider != null) provider.close();
    }

    private static JsonObject people() {
        return Json.createObjectBuilder()
                .add("anna", person("agent1@acme.example", true, "Anna at the provider"))
                .add("nora", person("nora@acme.example", true, "Nora New"))
                .add("ben", person("agent2@acme.example", false, "Ben"))
                .add("gerda", person("agent@globex.example", true, "Gerda"))
                .build();
    }

    private static JsonObjectBuilder person(String email, boolean verified, String name) {
        return Json.createObjectBuilder()
                .add("email", email)
                .add("email_verified", verified)
                .add("name", name);
    }

    @Test
    void a_company_is_set_up_tries_it_and_its_people_come_in() {
        Page nobody = page();
        nobody.navigate(url("/login"));
        assertThat(nobody.locator("#go")).isVisible();
        assertThat(nobody.locator("#signOn")).hasCount(0);

        Page owner = page();
        owner.navigate(url("/login?next=/portal/sign-on"));
        owner.locator("#email").fill("admin@acme.example");
        owner.locator("#password").fill(ParleyRest.PASSWORD);
        owner.waitForNavigation(() -> owner.locator("#go").click());
        String back = owner.locator("#back").textContent();
        assertThat(back).startsWith(url("/login/sso/return/")).matches(".*/[A-Za-z0-9_-]+");
        provider = OidcProvider.start(URI.create(back), people());
        owner.waitForNavigation(() -> owner.locator("#save").click());
        assertThat(owner.locator(".ui-messages-error")).containsText("Nothing was saved");
        setUp(owner, false);

        // before it is switched on
        owner.locator("#try").click();
        as(owner, "anna");
        owner.waitForURL(Pattern.compile(".*/portal/sign-on\\?tried=right"));
        assertThat(owner.locator("#tried")).containsText("It works");
        owner.locator("#on").check();
        owner.locator("#newcomers").selectOption("agent");
        owner.locator("#ownPassword").fill(ParleyRest.PASSWORD);
        owner.waitForNavigation(() -> owner.locator("#save").click());
        assertThat(owner.locator(".saved")).isVisible();
        assertThat(owner.locator("#secretHint")).containsText("One is kept");
        assertThat(owner.content()).doesNotContain(OidcProvider.SECRET);

        // the secret that is kept is not lost by another issuer
        owner.locator("#issuer").fill("https://login.example.com");
        owner.locator("#ownPassword").fill(ParleyRest.PASSWORD);
        owner.waitForNavigation(() -> owner.locator("#save").click());
        assertThat(owner.locator(".ui-messages-error")).containsText("belongs to the issuer before");
        owner.locator("#issuer").fill(provider.issuer());
        owner.locator("#ownPassword").fill(ParleyRest.PASSWORD);
        owner.waitForNavigation(() -> owner.locator("#save").click());
        assertThat(owner.locator(".saved")).isVisible();

        Page anna = leave("agent1@acme.example", "/account");
        // what another page makes this browser do meanwhile takes nothing away
        Page stray = anna.context().newPage();
        stray.navigate(back + "?code=x&state=y");
        stray.waitForURL(url("/login/sso?refused=over"));
        stray.close();
        as(anna, "anna");
        anna.waitForURL(url("/account"));
        assertThat(anna.locator("body")).containsText("Anna Agent");
        assertThat(names(anna)).contains("parley.session").doesNotContain("parley.sso");
        Page nora = arrive("nora", "nora@acme.example", null);
        nora.waitForURL(Pattern.compile(".*/console.*"));

        for (List<String> stranger : List.of(
                List.of("ben", "agent2@acme.example"),
                List.of("gerda", "agent2@acme.example"),
                List.of("nobody", "agent2@acme.example"))) {
            Page refused = arrive(stranger.get(0), stranger.get(1), null);
            refused.waitForURL(url("/login/sso?refused=no"));
            assertThat(refused.locator(".refusal")).containsText("Single sign-on did not let you in");
            assertThat(names(refused)).doesNotContain("parley.session");
        }

        owner.navigate(url("/portal/audit"));
        assertThat(owner.locator("main")).containsText("Single sign-on");
        assertThat(owner.locator("main")).containsText("Nora New");
    }

    @Test
    void an_address_of_nobodys_domain_is_told_so_and_a_stray_return_begins_nothing() {
        Page page = page();
        page.navigate(url("/login/sso"));
        page.locator("#email").fill("somebody@elsewhere.example");
        page.waitForNavigation(() -> page.locator("#go").click());
        assertThat(page.locator(".refusal")).containsText("No company here");

        for (String path : List.of("/login/sso/return", "/login/sso/return/", "/login/sso/return/nobodys")) {
            page.navigate(url(path + "?code=x&state=y"));
            page.waitForURL(url("/login/sso?refused=over"));
            assertThat(page.locator(".refusal")).containsText("took too long");
        }
        page.navigate(url("/login/sso/try"));
        page.waitForURL(Pattern.compile(".*/login\\?next=.*"));
    }

    private void setUp(Page owner, boolean on) {
        owner.locator("#issuer").fill(provider.issuer());
        owner.locator("#clientId").fill(OidcProvider.CLIENT);
        owner.locator("#secret").fill(OidcProvider.SECRET);
        owner.locator("#domains").fill("acme.example, ACME.test");
        owner.locator("#on").setChecked(on);
        owner.waitForNavigation(() -> owner.locator("#save").click());
        assertThat(owner.locator(".ui-messages-error")).containsText("enter your own password");
        assertThat(owner.locator(".ui-messages-warn")).containsText("Enter the client secret again");
        owner.locator("#secret").fill(OidcProvider.SECRET);
        owner.locator("#ownPassword").fill(ParleyRest.PASSWORD);
        owner.waitForNavigation(() -> owner.locator("#save").click());
        assertThat(owner.locator(".saved")).isVisible();
        assertThat(owner.locator("#domains")).hasValue("acme.example, acme.test");
    }

    /** From the sign-in page to the provider and, having said who one is, back. */
    private Page arrive(String who, String email, String next) {
        Page page = leave(email, next);
        as(page, who);
        return page;
    }

    /** From the sign-in page to the provider. */
    private Page leave(String email, String next) {
        Page page = page();
        page.navigate(url(next == null ? "/login" : "/login?next=" + next));
        page.waitForNavigation(() -> page.locator("#signOn").click());
        page.locator("#email").fill(email);
        page.locator("#go").click();
        page.waitForURL(interaction());
        return page;
    }

    private void as(Page page, String who) {
        page.waitForURL(interaction());
        page.locator("input[name=login]").fill(who);
        page.locator("button").click();
    }

    private Pattern interaction() {
        return Pattern.compile(Pattern.quote(provider.issuer()) + "/interaction/.*");
    }

    private static List<String> names(Page page) {
        return page.context().cookies().stream().map((Cookie each) -> each.name).toList();
    }

    private Page page() {
        return browsers.newPerson(new Browser.NewContextOptions().setLocale("en"));
    }

    private String url(String path) {
        return parley.url().resolve(path).toString();
    }
}
