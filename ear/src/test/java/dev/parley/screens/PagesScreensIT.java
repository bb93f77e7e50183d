package dev.parley.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.access.totp.Totp;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import dev.parley.story.Browsers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages around the console, with a picture of each state; as {@link WidgetScreensIT}. */
@Tag("CON-15")
class PagesScreensIT {
    private static final Look WIDE = new Look("", 1440, 900, Look.DESKTOP.scheme(), "en");
    private static final Look DARK = new Look("-dark", 1440, 900, Look.DARK.scheme(), "en");
    private static final Look PHONE = new Look("-phone", 390, 844, Look.PHONE.scheme(), "en");
    private static final Look ARABIC = new Look("-arabic", 1440, 900, Look.DARK.scheme(), "ar");

    private final Album album = new Album();
    private RunningParley parley;
    private Browsers browsers;

    @Test
    void every_page_around_the_console_is_there_and_axe_finds_nothing_in_it() {
        try (RunningParley own = RunningParley.start(RunningParley.LONG);
                Browsers opened = new Browsers()) {
            parley = own;
            browsers = opened;
            for (Look look : List.of(WIDE, DARK, PHONE, ARABIC)) {
                visit("login" + look.name(), look, "/login", "#email:focus");
                visit("start" + look.name(), look, "/", ".company");
                visit("reset" + look.name(), look, "/reset", "#email:focus");
                visit("join-over" + look.name(), look, "/join", ".asked p");
                visit("mailbox" + look.name(), look, "/mailbox", "h1");
                visit("problem" + look.name(), look, "/no-such-page", ".problem .act");
            }
            refusals();
            portal();
            account();
        }
        album.axeFoundNothing();
    }

    private void visit(String name, Look look, String path, String there) {
        Page page = open(look, path);
        page.locator(there).first().waitFor();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name)
                .isEqualTo(true);
        take(name, page);
        page.context().close();
    }

    /** A wrong password, one too many, and nothing at all. */
    private void refusals() {
        Page page = open(WIDE, "/login");
        page.locator("#go").click();
        page.locator("#emailProblem .ui-message-error-detail").waitFor();
        take("login-missing", page);
        tryPassword(page);
        page.locator(".refusal").waitFor();
        take("login-refused", page);
        while (!page.locator(".refusal").textContent().contains("Try again")) tryPassword(page);
        take("login-locked", page);
        page.context().close();
    }

    private static void tryPassword(Page page) {
        page.locator("#email").fill("editor@acme.example");
        page.locator("#password").fill("wrong");
        page.waitForNavigation(() -> page.locator("#go").click());
    }

    private void portal() {
        for (Look look : List.of(WIDE, DARK, PHONE)) {
            Page page = signedIn(look, "admin@acme.example", "/portal");
            page.locator(".checks li").first().waitFor();
            take("portal-status" + look.name(), page);
            page.context().close();
        }
        for (Look look : List.of(WIDE, DARK, PHONE, ARABIC)) administration(look);
        Page page = signedIn(WIDE, "supervisor@acme.example", "/portal");
        page.locator(".overview").waitFor();
        take("portal-overview-supervisor", page);
        page.context().close();
        page = signedIn(WIDE, "editor@acme.example", "/portal");
        page.locator(".nothing").waitFor();
        take("portal-nothing-yet", page);
        page.context().close();
        for (Look look : List.of(WIDE, DARK, PHONE, ARABIC)) {
            Page led = signedIn(look, "admin@globex.example", "/portal");
            led.locator(".first-steps").waitFor();
            fits("portal-first-steps" + look.name(), led);
            led.navigate(parley.url().resolve("/portal/hours").toString());
            led.locator(".next-step").waitFor();
            fits("portal-next-step" + look.name(), led);
            led.context().close();
        }
        Page refused = signedIn(WIDE, "agent1@acme.example", "/console");
        refused.navigate(parley.url().resolve("/portal").toString());
        refused.locator(".problem").waitFor();
        take("problem-forbidden", refused);
        refused.context().close();
    }

    /** The own account with its second factor off, waiting for the first code, and on; then signing in with it. */
    private void account() {
        String secret = "";
        for (Look look : List.of(WIDE, DARK, PHONE, ARABIC)) {
            Page page = signedIn(look, "supervisor@acme.example", "/account");
            page.locator("#sign-ins li").first().waitFor();
            fits("account" + look.name(), page);
            page.locator("#preparePassword").fill(ParleyRest.PASSWORD);
            page.waitForNavigation(() -> page.locator("#prepareGo").click());
            secret = page.locator(".secret").textContent().replace(" ", "");
            fits("account-factor" + look.name(), page);
            page.context().close();
        }
        Page page = signedIn(PHONE, "supervisor@acme.example", "/account");
        page.locator("#preparePassword").fill(ParleyRest.PASSWORD);
        page.waitForNavigation(() -> page.locator("#prepareGo").click());
        String key = page.locator(".secret").textContent().replace(" ", "");
        assertThat(key).isNotEqualTo(secret);
        page.locator("#code").fill(Totp.code(key, Totp.step(Instant.now())));
        page.waitForNavigation(() -> page.locator("#codeGo").click());
        page.locator(".codes li").first().waitFor();
        fits("account-codes-phone", page);
        page.context().close();
        for (Look look : List.of(WIDE, DARK, PHONE, ARABIC)) {
            Page asked = signedIn(look, "supervisor@acme.example", "/account");
            asked.locator("#code:focus").waitFor();
            fits("login-code" + look.name(), asked);
            asked.context().close();
        }
    }

    private void fits(String name, Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name)
                .isEqualTo(true);
        take(name, page);
    }

    /** Each page for administrators, as it is after a change. */
    private void administration(Look look) {
        Page page = signedIn(look, "admin@acme.example", "/portal/lists");
        page.locator(".list-row input").first().fill("delivery " + look.name());
        page.waitForNavigation(() -> page.locator("#save").click());
        page.navigate(parley.url().resolve("/portal/invite").toString());
        page.locator("#email").fill("newcomer" + look.name() + "@acme.example");
        page.waitForNavigation(() -> page.locator("#save").click());
        page.locator(".absent summary").first().click();
        take("portal-people-invited" + look.name(), page);
        for (String name : List.of(
                "company",
                "hours",
                "departments",
                "department",
                "replay",
                "people",
                "invite",
                "person",
                "lists",
                "mail",
                "tokens",
                "sign-on",
                "roles",
                "role",
                "audit",
                "routing",
                "canned",
                "canned-response")) {
            page.navigate(parley.url().resolve("/portal/" + name).toString());
            page.locator("main h1").waitFor();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(name + look.name())
                    .isEqualTo(true);
            take("portal-" + name + look.name(), page);
        }
        LocalDate quiet = LocalDate.now(ZoneOffset.UTC).minusDays(3);
        page.navigate(parley.url().resolve("/portal/replay?day=" + quiet).toString());
        page.locator("main .none").waitFor();
        fits("portal-replay-nothing" + look.name(), page);
        page.navigate(parley.url().resolve("/portal/sites").toString());
        fits("portal-sites" + look.name(), page);
        for (String part : List.of("about", "brand", "texts", "ask", "invite", "where", "install")) {
            page.navigate(
                    parley.url().resolve("/portal/site?key=acme&part=" + part).toString());
            page.locator("main h1").waitFor();
            if (page.locator(".stage").count() > 0)
                page.locator(".stage[data-shown]").waitFor();
            fits("portal-site-" + part + look.name(), page);
        }
        page.context().close();
    }

    private Page signedIn(Look look, String email, String path) {
        Page page = open(look, "/login?next=" + path);
        page.locator("#email").fill(email);
        page.locator("#password").fill(ParleyRest.PASSWORD);
        page.waitForNavigation(() -> page.locator("#go").click());
        return page;
    }

    private Page open(Look look, String path) {
        Page page = browsers.newPerson(look.options());
        page.navigate(parley.url().resolve(path).toString());
        return page;
    }

    private void take(String name, Page page) {
        Axe what = name.endsWith(DARK.name()) ? Axe.COLOURS : another(name) ? Axe.LAYOUT : Axe.ALL;
        album.take(name, page, null, page.mainFrame(), what);
    }

    /** What is looked at in one look alone, is so whole. */
    private static boolean another(String name) {
        return name.endsWith(ARABIC.name()) || (name.endsWith(PHONE.name()) && !name.equals("account-codes-phone"));
    }
}
