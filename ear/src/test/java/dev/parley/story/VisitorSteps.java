package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.RunningParley;
import java.util.Optional;
import org.jbehave.core.annotations.Given;
import org.jbehave.core.annotations.Then;
import org.jbehave.core.annotations.When;

/** What a visitor does in the widget. */
public class VisitorSteps {
    /** The middle of the widget's button, from the lower right corner of the window. */
    private static final int BUTTON = 50;

    private final Page page;
    private Frame panel;

    VisitorSteps(Browsers browsers) {
        page = browsers.newPerson();
    }

    @Given("a visitor has opened the chat on the shop's page")
    public void opensTheShop() {
        page.navigate(RunningParley.shared().url().resolve("/demo").toString());
        openPanel();
    }

    /** The button lies in a closed shadow tree of a page that is not ours: it is clicked where a person sees it. */
    private void openPanel() {
        page.waitForCondition(() -> page.locator("parley-chat").count() == 1);
        page.mouse().click(Browsers.WIDTH - BUTTON, Browsers.HEIGHT - BUTTON);
        page.waitForCondition(() -> frame().isPresent());
        panel = frame().orElseThrow();
    }

    private Optional<Frame> frame() {
        return page.frames().stream()
                .filter(frame -> frame.url().contains("/chat/acme"))
                .findFirst();
    }

    @When("the visitor writes \"$text\"")
    public void writes(String text) {
        Locator start = panel.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Start a chat"));
        Locator leave = panel.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Leave a message"));
        start.or(leave).first().click();
        panel.getByLabel("Your message").fill(text);
        panel.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Send"))
                .click();
    }

    @When("the visitor reloads the page and opens the chat")
    public void reloads() {
        page.reload();
        openPanel();
        Locator past = panel.locator("button.row").first();
        Locator log = panel.getByRole(AriaRole.LOG);
        try {
            past.or(log).first().waitFor();
        } catch (TimeoutError e) {
            throw new AssertionError("the panel shows: " + panel.locator("body").innerText(), e);
        }
        if (past.isVisible()) past.click();
    }

    @Then("the visitor reads \"$text\"")
    public void reads(String text) {
        panel.getByRole(AriaRole.LOG).getByText(text).first().waitFor();
    }

    @Then("the visitor never sees \"$text\"")
    public void neverSees(String text) {
        assertThat(panel.locator("body").innerText()).doesNotContain(text);
    }

    @Then("the visitor sees that it is closed")
    public void seesTheEnd() {
        panel.getByText("This conversation is closed.").first().waitFor();
    }
}
