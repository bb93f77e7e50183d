package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.RunningParley;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chat as a page of its own, reached by a link. */
@Tag("WID-2")
class ChatPageIT {
    private final String chat =
            RunningParley.shared().url().resolve("/chat/acme").toString();

    @ParameterizedTest
    @CsvSource({"1280, 900", "390, 844", "320, 568"})
    void whoever_follows_the_link_can_write_and_finds_it_again(int width, int height) {
        try (Browsers browsers = new Browsers()) {
            Page page = browsers.newPerson(new Browser.NewContextOptions().setViewportSize(width, height));
            page.navigate(chat);
            page.locator(".tile").first().click();
            page.getByLabel("Your message").fill("Written on a page of its own");
            page.getByLabel("Your message").press("Enter");
            words(page).getByText("Sent").waitFor();

            page.reload();
            page.locator("button.row").or(page.getByRole(AriaRole.LOG)).first().waitFor();
            if (!page.getByRole(AriaRole.LOG).isVisible())
                page.locator("button.row").first().click();
            words(page).waitFor();
            // nothing lies outside of the window
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            page.getByLabel("More").click();
            page.getByText("End the chat").click();
            page.getByRole(AriaRole.ALERTDIALOG)
                    .getByText("End the chat", new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.getByText("This conversation is closed.").first().waitFor();
        }
    }

    private static Locator words(Page page) {
        return page.locator(".m.me", new Page.LocatorOptions().setHasText("Written on a page of its own"));
    }

    @Test
    void a_site_that_is_not_there_says_so() {
        try (Browsers browsers = new Browsers()) {
            Response answer = browsers.newPerson()
                    .navigate(
                            RunningParley.shared().url().resolve("/chat/nobody").toString());
            assertThat(answer.status()).isEqualTo(404);
        }
    }
}
