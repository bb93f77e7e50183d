package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import dev.parley.running.RunningParley;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the widget is to the customer's page: a guest that asks for nothing, hears what it is told, and leaves when it is asked to. */
class HostPageIT {
    /** Counts, from before the page's first script on, what a good guest never causes. */
    private static final String WITNESS = """
            window.seen = { violations: [], shifts: 0, events: [] };
            document.addEventListener('securitypolicyviolation', (event) => seen.violations.push(event.violatedDirective));
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => (seen.shifts += entry.value)))
                .observe({ type: 'layout-shift', buffered: true });
            for (const name of ['ready', 'open', 'close', 'unread', 'sent', 'error'])
                document.addEventListener('parley:' + name, () => seen.events.push(name));
            """;

    private final RunningParley parley = RunningParley.shared();
    private final List<String> asked = new ArrayList<>();
    private Browsers browsers;
    private Page page;

    @BeforeEach
    void comeToTheShop() {
        browsers = new Browsers();
        page = browsers.newPerson();
        page.addInitScript(WITNESS);
        page.onRequest(this::note);
        page.navigate(parley.url().resolve("/demo").toString());
        page.waitForCondition(() -> page.locator("parley-chat").count() == 1);
    }

    @AfterEach
    void leave() {
        browsers.close();
    }

    /** Only the widget's: the shop comes from the other loopback name. */
    private void note(Request request) {
        if (request.url().startsWith("http://127.0.0.1")) asked.add(request.url());
    }

    @Test
    @Tag("WID-3")
    void before_anybody_means_it_there_is_one_request_and_nothing_else() {
        page.waitForLoadState();

        assertThat(asked).singleElement().asString().endsWith("/w/acme.js");
        assertThat(page.frames()).hasSize(1);
        assertThat(page.context().cookies()).isEmpty();
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    }

    @Test
    @Tag("WID-6")
    @Tag("WID-7")
    void nothing_breaks_the_pages_policy_moves_it_or_stands_in_its_way() {
        Frame panel = open();
        panel.locator(".tile").click();
        panel.locator("textarea").fill("Hello **there**, see https://acme.example");
        page.keyboard().press("Enter");
        panel.locator(".b a").waitFor();

        assertThat(page.evaluate("seen.violations")).asList().isEmpty();
        // as browsers report it: three digits
        assertThat(((Number) page.evaluate("seen.shifts")).doubleValue()).isLessThan(0.0005);
        assertThat(page.evaluate("Object.keys(window).filter((name) => /parley/i.test(name))"))
                .isEqualTo(List.of("Parley"));
    }

    @Test
    @Tag("WID-9")
    void the_page_says_who_its_visitor_is_and_what_to_begin_with() {
        String name = "Nora " + UUID.randomUUID();
        page.evaluate("name => Parley('update', { name })", name);
        Frame panel = open();
        page.evaluate("Parley('prefill', 'Where is my order 4711?')");
        panel.locator("textarea").waitFor();
        page.waitForCondition(() -> panel.locator("textarea").inputValue().equals("Where is my order 4711?"));
        panel.locator("button.send").click();
        panel.locator(".meta").waitFor();

        String agent = parley.rest().signIn("agent1@acme.example");
        page.waitForCondition(() -> parley.rest()
                .get("/api/v1/conversations?limit=100", agent)
                .body()
                .contains(name));
        assertThat(page.evaluate("seen.events")).asList().contains("ready", "open", "sent");
    }

    @Test
    @Tag("WID-9")
    void an_identity_that_cannot_be_verified_is_told_as_an_error() {
        open();
        page.evaluate("Parley('identify', 'not.a.token')");

        hears("error");
    }

    @Test
    @Tag("WID-9")
    void whoever_comes_after_a_log_out_is_somebody_else() {
        Frame panel = open();
        panel.locator(".tile").click();
        panel.locator("textarea").fill("My secret");
        panel.locator("button.send").click();
        panel.locator(".meta:has-text('Sent')").waitFor();
        page.evaluate("Parley('logout')");
        page.waitForCondition(() -> current().locator(".tile").isVisible());

        assertThat(current().locator("button.row").count()).isZero();
        page.reload();
        open().locator(".tile").waitFor();
        assertThat(current().locator("body").innerText()).doesNotContain("My secret");
    }

    @Test
    @Tag("WID-9")
    @Tag("WID-22")
    void it_follows_the_language_of_the_page_and_goes_when_it_is_told_to() {
        open();
        page.evaluate("Parley('locale', 'de')");
        page.waitForCondition(() -> current().url().endsWith("lang=de"));
        // whether or not somebody is there
        current()
                .getByText(Pattern.compile("Chat beginnen|Nachricht hinterlassen"))
                .first()
                .waitFor();
        page.evaluate("Parley('destroy')");

        assertThat(page.locator("parley-chat").count()).isZero();
        assertThat(page.evaluate("typeof Parley")).isEqualTo("undefined");
    }

    @Test
    @Tag("WID-30")
    void escape_closes_the_panel_and_the_focus_comes_back_to_its_button() {
        Frame panel = open();
        panel.locator(".tile").focus();
        page.keyboard().press("Escape");

        hears("close");
        assertThat(page.evaluate("document.activeElement.localName")).isEqualTo("parley-chat");
    }

    @Test
    @Tag("WID-30")
    void whoever_begins_a_conversation_writes_at_once() {
        Frame panel = open();
        panel.locator(".tile").focus();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> "TEXTAREA".equals(panel.evaluate("document.activeElement.tagName")));
        page.keyboard().type("Hello");

        assertThat(panel.locator("textarea").inputValue()).isEqualTo("Hello");
    }

    /** The page's own policy forbids Playwright's waitForFunction, which evaluates in the page. */
    private void hears(String event) {
        page.waitForCondition(() -> ((List<?>) page.evaluate("seen.events")).contains(event));
    }

    private Frame open() {
        page.evaluate("Parley('open')");
        page.waitForCondition(() -> page.frames().size() == 2);
        current().locator(".tile").waitFor();
        return current();
    }

    private Frame current() {
        return page.frames().get(1);
    }
}
