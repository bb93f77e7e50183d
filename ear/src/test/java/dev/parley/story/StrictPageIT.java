package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import dev.parley.running.RunningParley;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The widget where pages and browsers forbid all they can: page on {@code localhost}, Parley on {@code 127.0.0.1}, strangers to each other. */
@Tag("WID-6")
class StrictPageIT {
    private static final String WITNESS =
            "window.violations = []; document.addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective))";
    private static final String USES_STORAGE =
            "() => { try { localStorage.setItem('probe', '1'); return true } catch { return false } }";
    /** A loopback address that no site of the demo allows. */
    private static final String STRANGER = "127.0.0.2";

    private final String parley =
            "http://127.0.0.1:" + RunningParley.shared().url().getPort();

    @TempDir
    Path profile;

    private Browsers browsers;
    private Page page;

    @BeforeEach
    void openBrowsers() {
        browsers = new Browsers();
    }

    @AfterEach
    void leave() {
        page.context().close();
        browsers.close();
    }

    @Test
    @Tag("WID-4")
    void it_chats_and_is_known_again_under_the_strictest_policies() {
        page = browsers.newPerson();
        try (StrictPage host = new StrictPage("localhost", parley)) {
            comeTo(host);
            write(open(), "Hello under every policy");

            assertThat(page.evaluate("crossOriginIsolated")).isEqualTo(true);
            assertThat(page.evaluate("violations")).asList().isEmpty();
            comeTo(host);
            open().locator("button.row").first().waitFor();
        }
    }

    @Test
    void without_any_storage_it_chats_all_the_same_and_the_next_page_knows_nobody() {
        page = browsers.newPersonWithoutStorage(profile);
        try (StrictPage host = new StrictPage("localhost", parley)) {
            comeTo(host);
            Frame panel = open();
            write(panel, "Hello without storage");

            assertThat(page.evaluate(USES_STORAGE)).isEqualTo(false);
            assertThat(panel.evaluate(USES_STORAGE)).isEqualTo(false);
            assertThat(page.context().cookies()).isEmpty();
            comeTo(host);
            Frame again = open();
            write(again, "Hello once more");
            again.locator("button.ib").first().click();
            again.locator("button.row").first().waitFor();
            assertThat(again.locator("button.row").count()).isEqualTo(1);
        }
    }

    @Test
    @Tag("WID-4")
    void the_page_has_no_way_into_the_panel() {
        page = browsers.newPerson();
        try (StrictPage host = new StrictPage("localhost", parley)) {
            comeTo(host);
            Frame panel = open();

            assertThat(page.evaluate("document.querySelector('parley-chat').shadowRoot"))
                    .isNull();
            assertThat(page.evaluate("window.length")).isEqualTo(0);
            assertThat(panel.evaluate("() => { try { return !!parent.document } catch (e) { return e.name } }"))
                    .isEqualTo("SecurityError");
        }
    }

    @Test
    @Tag("WID-4")
    @Tag("WID-8")
    void a_page_of_an_origin_that_the_site_does_not_name_gets_no_panel() {
        page = browsers.newPerson();
        try (StrictPage host = new StrictPage(STRANGER, parley)) {
            comeTo(host);
            page.waitForConsoleMessage(
                    new Page.WaitForConsoleMessageOptions()
                            .setPredicate(said -> said.text().contains("frame-ancestors")),
                    () -> page.evaluate("Parley('open')"));

            assertThat(page.frames().get(1).url()).doesNotContain("/chat/acme");
        }
    }

    private void comeTo(StrictPage host) {
        page.addInitScript(WITNESS);
        page.navigate(host.url().toString());
        page.waitForCondition(() -> page.locator("parley-chat").count() == 1);
    }

    private Frame open() {
        page.evaluate("Parley('open')");
        page.waitForCondition(() -> page.frames().size() == 2);
        Frame panel = page.frames().get(1);
        panel.locator(".tile").waitFor();
        return panel;
    }

    private static void write(Frame panel, String text) {
        panel.locator(".tile").click();
        panel.locator("textarea").fill(text);
        panel.locator("button.send").click();
        panel.locator(".meta:has-text('Sent')").waitFor();
    }
}
