package dev.parley.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import dev.parley.story.Browsers;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in speaks the browser's language, console and portal the agent's, in each of their browsers. */
@Tag("CON-15")
class LanguagesIT {
    private static final String AGENT = "agent2@acme.example";
    private static final String WORD = "Zuständigkeitsbereich ";

    /** Names what sticks out: of the window, or a word out of a button, a heading or a label. What is cut on purpose says so. */
    private static final String STICKS_OUT = """
            () => [document.documentElement, ...document.querySelectorAll('button, summary, h1, h2, h3, dt, label, legend, .pw-strip')]
              .filter((one) => one.checkVisibility() && !one.matches('.cut, .sr, .pw-sr') && getComputedStyle(one).display !== 'inline')
              .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth + 1
                  || one.getBoundingClientRect().left < -1)
              .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`)""";

    private final RunningParley parley = RunningParley.shared();
    private final Album album = new Album();
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final ChatClient visitor = parley.visitor("acme");
    private Browsers browsers;
    private String conversation;

    @BeforeEach
    void prepare() {
        browsers = new Browsers();
        conversation = visitor.say(null, WORD + word).getString("conversation");
    }

    @AfterEach
    void leave() {
        browsers.close();
        parley.rest()
                .send("PUT", "/api/v1/account/language", parley.rest().signIn(AGENT), JsonObject.EMPTY_JSON_OBJECT);
        visitor.ask(ChatClient.frame("close").add("conversation", conversation));
        visitor.close();
    }

    @Test
    void the_sign_in_page_follows_the_browser_also_in_what_it_refuses() {
        Page page = browser("de-AT");
        page.navigate(parley.url().resolve("/login").toString());

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de-AT");
        heading(page, "Anmelden").waitFor();
        page.locator("#go").click();
        page.getByText("Geben Sie Ihr Passwort ein.").waitFor();
        page.locator("#email").fill("nobody@acme.example");
        page.locator("#password").fill("wrong");
        page.locator("#go").click();
        page.getByText("E-Mail oder Passwort stimmt nicht.").waitFor();
        page.navigate(parley.url().resolve("/no-such-page").toString());
        heading(page, "Diese Seite gibt es nicht").waitFor();
    }

    @Test
    void a_console_switched_to_german_speaks_it_at_once_and_in_the_second_browser() {
        Page first = browser("en-US");
        signIn(first);
        heading(first, "Queue").waitFor();
        choose(first, "Deutsch");

        heading(first, "Warteschlange").waitFor();
        assertThat(first.locator("html").getAttribute("lang")).isEqualTo("de");
        assertThat(first.title()).contains("Konversationen");

        Page second = browser("en-US");
        signIn(second);
        heading(second, "Warteschlange").waitFor();
        assertThat(menu(second).inputValue()).isEqualTo("de");
    }

    @Test
    void an_agent_without_a_choice_has_the_language_of_the_browser_again() {
        Page page = browser("de");
        signIn(page);
        choose(page, "English");
        heading(page, "Queue").waitFor();
        choose(page, "As the browser");

        heading(page, "Warteschlange").waitFor();
    }

    @Test
    void the_language_is_chosen_by_keys_alone() {
        Page page = browser("en-US");
        signIn(page);
        page.locator(".account summary").focus();
        page.keyboard().press("Enter");
        for (int i = 0; i < 5 && page.locator("#speaks:focus").count() == 0; i++)
            page.keyboard().press("Tab");
        page.keyboard().type("Deu");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        heading(page, "Warteschlange").waitFor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar"})
    void neither_long_words_nor_the_other_direction_break_the_console(String language) {
        Page page = browser(language);
        signIn(page);
        assertThat(page.locator("html").getAttribute("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        take(page);
        for (int width : List.of(1280, 1024, 390)) {
            page.setViewportSize(width, 844);
            look(page, "console-" + language + "-" + width);
        }
        page.setViewportSize(1280, 844);
        page.locator(".account summary").click();
        look(page, "account-" + language);
        page.locator(".account summary").click();
        for (String key : List.of("x", "e", "?", "t")) {
            page.evaluate("document.activeElement.blur()");
            page.keyboard().press(key);
            Locator dialog = page.locator("dialog[open]");
            dialog.waitFor();
            look(page, "dialog-" + language + "-" + (key.equals("?") ? "keys" : key));
            page.keyboard().press("Escape");
            dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
        album.axeFoundNothing();
    }

    private void look(Page page, String name) {
        album.take(name, page, null, page.mainFrame());
        assertThat((List<?>) page.evaluate(STICKS_OUT)).as(name).isEmpty();
    }

    private Page browser(String language) {
        return browsers.newPerson(
                new Browser.NewContextOptions().setViewportSize(1280, 844).setLocale(language));
    }

    /** Without a word of any language. */
    private void signIn(Page page) {
        page.navigate(parley.url().resolve("/login?next=/console").toString());
        page.locator("#email").fill(AGENT);
        page.locator("#password").fill(ParleyRest.PASSWORD);
        page.locator("#go").click();
        page.waitForURL("**/console");
        page.locator(".pw-presence select:enabled").waitFor();
    }

    private void take(Page page) {
        page.locator(".pw-conv", new Page.LocatorOptions().setHasText(word)).click();
        page.locator(".pw-head .pw-btn.go").click();
        Locator field = page.locator(".pw-composer textarea");
        field.fill(WORD.repeat(3).strip());
        field.press("Enter");
        page.locator(".pw-msg.me .bub").waitFor();
    }

    private static void choose(Page page, String language) {
        Locator menu = menu(page);
        menu.selectOption(language);
        page.waitForNavigation(
                () -> page.locator(".account form button").first().click());
        page.locator(".pw-presence select:enabled").waitFor();
    }

    private static Locator menu(Page page) {
        page.locator(".account summary").click();
        return page.locator("#speaks");
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }
}
