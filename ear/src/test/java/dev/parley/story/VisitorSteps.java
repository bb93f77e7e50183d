package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
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
    private Wire wire;
    private Frame panel;

    VisitorSteps(Browsers browsers) {
        page = browsers.newPerson();
    }

    /** A visitor whose line can be lost. */
    static VisitorSteps onAWire(Browsers browsers) {
        var steps = new VisitorSteps(browsers);
        steps.wire = new Wire(steps.page, "/ws/visitor");
        return steps;
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
        goesOn(text);
    }

    @When("the visitor goes on \"$text\"")
    public void goesOn(String text) {
        begins(text);
        panel.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Send"))
                .click();
    }

    @When("the visitor begins to write \"$text\"")
    public void begins(String text) {
        panel.getByLabel("Your message").fill(text);
    }

    @When("the visitor's line is lost")
    public void losesTheLine() {
        wire.cut();
    }

    @When("the visitor's line is back")
    public void hasTheLineBack() {
        wire.mend();
    }

    @When("the visitor leaves the shop")
    public void leaves() {
        // Playwright 1.49 falls over a socket on a wire that its page closes
        wire.cut();
        isToldThatItIsKept();
        page.navigate("about:blank");
        wire.mend();
    }

    @When("the visitor comes back and opens the chat")
    public void comesBack() {
        opensTheShop();
        showsTheConversation();
    }

    @When("the visitor reloads the page and opens the chat")
    public void reloads() {
        page.reload();
        openPanel();
        showsTheConversation();
    }

    private void showsTheConversation() {
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

    @Then("the visitor reads \"$text\" once")
    public void readsOnce(String text) {
        reads(text);
        assertThat(panel.getByRole(AriaRole.LOG).getByText(text).count()).isOne();
    }

    @Then("the visitor has not read \"$text\"")
    public void hasNotRead(String text) {
        assertThat(panel.getByRole(AriaRole.LOG).getByText(text).count()).isZero();
    }

    @Then("the visitor sees that \"$text\" was read")
    public void seesThatItWasRead(String text) {
        said(text, "Read");
    }

    @Then("the visitor's \"$text\" waits for the line")
    public void waitsForTheLine(String text) {
        said(text, "Waiting for the connection");
    }

    /** What stands below one's own words. */
    private void said(String text, String state) {
        panel.locator(".m.me", new Frame.LocatorOptions().setHasText(text))
                .locator(".meta", new Locator.LocatorOptions().setHasText(state))
                .waitFor();
    }

    @Then("the visitor is told that what is written is kept")
    public void isToldThatItIsKept() {
        panel.getByText("Reconnecting. What you write is kept and sent.")
                .first()
                .waitFor();
    }

    @Then("the visitor sees that $name is typing")
    public void seesTyping(String name) {
        panel.getByRole(AriaRole.IMG, new Frame.GetByRoleOptions().setName(name + " is typing"))
                .waitFor();
    }

    @Then("the visitor sees nobody typing")
    public void seesNobodyTyping() {
        panel.locator(".typing").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
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
