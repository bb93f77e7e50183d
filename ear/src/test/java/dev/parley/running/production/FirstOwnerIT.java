package dev.parley.running.production;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.screens.Album;
import dev.parley.story.Browsers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A new installation in production: the operator reads the set-up code in the log, makes the company and is led on by the portal. */
@Tag("SEC-1")
@Tag("OPS-9")
@Tag("COM-6")
class FirstOwnerIT {
    private static final String PASSWORD = "correct horse battery";

    private final Album album = new Album();
    private Production parley;
    private Browsers browsers;

    @BeforeEach
    void start() {
        parley = Production.start(Map.of());
        browsers = new Browsers();
    }

    @AfterEach
    void stop() {
        if (browsers != null) browsers.close();
        if (parley != null) parley.close();
    }

    @Test
    void the_code_of_the_log_opens_the_set_up_once_and_leads_to_the_first_steps() {
        assertThat(parley.codes()).as("printed at the start").hasSize(1);
        pictures();
        Page page = person("en", ColorScheme.LIGHT, 1440);
        go(page, "/setup");
        page.locator("#code:focus").waitFor();
        // nothing typed: each field says what is missing, and nothing is lost by it
        page.waitForNavigation(() -> page.locator("#foundGo").click());
        assertThat(page.locator("#codeProblem")).containsText("Type the set-up code.");
        assertThat(page.locator("#zoneProblem")).containsText("Choose a time zone.");
        fill(page, "0000-0000-0000-0000-0000-0000");
        page.waitForNavigation(() -> page.locator("#foundGo").click());
        assertThat(page.locator(".refusal")).containsText("That is not the set-up code");
        assertThat(page.locator(".refusal")).containsText("4 more tries");
        album.take("setup-refused", page);

        fill(page, parley.codes().get(0).toUpperCase());
        page.waitForNavigation(() -> page.locator("#foundGo").click());

        page.waitForURL("**/portal");
        assertThat(page.locator(".first-steps")).isVisible();
        assertThat(page.locator(".first-steps .done")).hasCount(0);
        album.take("setup-first-steps", page);
        go(page, "/portal/hours");
        assertThat(page.locator("#zone")).hasValue("Europe/Berlin");
        go(page, "/portal/audit");
        for (String made : List.of("Northwind", "Olga Owner", "Support", "Northwind shop"))
            assertThat(page.locator("main")).containsText(made);

        afterwards();
    }

    /** Set up is set up, in every browser; and the owner signs in as everybody does. */
    private void afterwards() {
        Page other = person("en", ColorScheme.LIGHT, 1440);
        assertThat(other.navigate(parley.url("/setup")).status()).isEqualTo(404);
        assertThat(other.navigate(parley.url("/setup.xhtml")).status()).isEqualTo(404);
        go(other, "/login");
        other.locator("#email").fill("owner@northwind.example");
        other.locator("#password").fill(PASSWORD);
        other.waitForNavigation(() -> other.locator("#go").click());
        assertThat(other.locator(".first-steps")).isVisible();
        assertThat(parley.codes()).as("nobody needed another").hasSize(1);
        album.axeFoundNothing();
    }

    private void pictures() {
        for (String language : List.of("en", "de", "ar")) {
            for (int width : new int[] {1440, 390}) {
                Page page = person(language, width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT, width);
                go(page, "/setup");
                page.locator("#code:focus").waitFor();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(language + width)
                        .isEqualTo(true);
                album.take("setup-" + language + (width == 390 ? "-phone" : ""), page);
                page.context().close();
            }
        }
    }

    private static void fill(Page page, String code) {
        page.locator("#code").fill(code);
        page.getByLabel("Company name").fill("Northwind");
        page.getByLabel("Name of your website").fill("Northwind shop");
        page.locator("#siteKey").fill("northwind");
        page.getByLabel("Time zone").fill("Europe/Berlin");
        page.getByLabel("Your name").fill("Olga Owner");
        page.getByLabel("E-mail").fill("owner@northwind.example");
        page.locator("#password").fill(PASSWORD);
        Locator language = page.locator("#speaks");
        assertThat(language).hasValue("en");
    }

    private Page person(String language, ColorScheme scheme, int width) {
        return browsers.newPerson(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, 900));
    }

    private void go(Page page, String path) {
        page.navigate(parley.url(path));
    }
}
