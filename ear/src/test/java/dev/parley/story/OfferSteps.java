package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.jbehave.core.annotations.Given;
import org.jbehave.core.annotations.Then;
import org.jbehave.core.annotations.When;

/** What an agent who is offered a chat hears, sees and does. */
public class OfferSteps {
    /** Notes what the browser is asked to ring and to show, which nobody hears or sees in a test, and does it all the same. */
    private static final String WITNESS = """
            (() => {
                window.bells = 0;
                window.notes = [];
                const { start } = OscillatorNode.prototype;
                OscillatorNode.prototype.start = function (...when) { bells++; start.apply(this, when); };
                window.Notification = new Proxy(Notification, {
                    construct: (kind, given) => (notes.push(given[0] + ' | ' + given[1].body), Reflect.construct(kind, given)),
                });
            })();
            """;

    private static final String CLOCK = "\\d+:\\d\\d";

    private final Console console;

    OfferSteps(Console console) {
        this.console = console;
    }

    @Given("the agent's browser may show notifications")
    public void maybeNotified() {
        console.page().context().grantPermissions(List.of("notifications"));
        console.page().addInitScript(WITNESS);
    }

    @Then("a bell rings, and a notification shows \"$name\" and \"$words\"")
    public void isCalled(String name, String words) {
        Page page = console.page();
        page.waitForCondition(() -> ((Number) page.evaluate("bells")).intValue() > 0);
        page.waitForCondition(() -> ((List<?>) page.evaluate("notes"))
                .stream().map(String::valueOf).anyMatch(note -> note.contains(name) && note.contains(words)));
    }

    @Then("the agent sees who asks, \"$name\", for which department, \"$department\", and about what, \"$words\"")
    public void seesWhoAndWhat(String name, String department, String words) {
        for (String each : List.of(name, department, words))
            offer().getByText(each).first().waitFor();
    }

    @Then("the agent sees that they ask from the page \"$title\"")
    public void seesFromWhere(String title) {
        offer().getByText(title).first().waitFor();
    }

    @Then("the wait grows and the time to answer runs out")
    public void clocksRun() {
        Locator left = offer().getByRole(AriaRole.TIMER);
        int seconds = Integer.parseInt(left.innerText().strip());
        String waited = waited();
        assertThat(waited).containsPattern(CLOCK);
        console.page().waitForCondition(() -> Integer.parseInt(left.innerText().strip()) < seconds);
        console.page().waitForCondition(() -> !waited.equals(waited()));
    }

    private String waited() {
        return offer().getByText("Waited").innerText();
    }

    @Then("the offer has ended")
    public void hasEnded() {
        offer().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Then("\"$words\" waits in the queue")
    public void waitsInTheQueue(String words) {
        inQueue(words).waitFor();
    }

    /** Whatever of it is in front: J goes through all that one has in hand. */
    @When("the agent goes by the keyboard to \"$words\"")
    public void goesTo(String words) {
        Page page = console.page();
        for (int i = 0; i < 9 && console.said(words).count() == 0; i++) {
            page.keyboard().press("j");
            page.getByRole(AriaRole.LOG).locator(".pw-msg").first().waitFor();
            page.keyboard().press("Escape");
        }
        console.seeInTimeline(words);
    }

    @When("the agent answers by the keyboard \"$words\"")
    public void answers(String words) {
        Page page = console.page();
        page.keyboard().press("r");
        page.locator(".pw-composer textarea:focus").waitFor();
        page.keyboard().type(words);
        page.keyboard().press("Enter");
    }

    /** An outcome is a button like others: Tab leads to it. */
    @When("the agent closes it by the keyboard as \"$outcome\"")
    public void closesAs(String outcome) {
        Page page = console.page();
        page.keyboard().press("Escape");
        page.keyboard().press("e");
        Locator closing = console.dialog("Close this conversation");
        closing.getByLabel("Find a tag").waitFor();
        Locator how = closing.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(outcome).setExact(true));
        for (int i = 0; i < 60 && !isFocused(how); i++) page.keyboard().press("Tab");
        page.keyboard().press("Space");
        Locator close = closing.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"));
        for (int i = 0; i < 60 && !isFocused(close); i++) page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        closing.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Then("the agent finds that it ended as \"$outcome\"")
    public void findsOutcome(String outcome) {
        console.page()
                .waitForCondition(
                        () -> console.page().locator(".pw-visitor").innerText().contains(outcome));
    }

    private static boolean isFocused(Locator element) {
        return Boolean.TRUE.equals(element.evaluate("element => element === document.activeElement"));
    }

    private Locator offer() {
        return console.offer();
    }

    private Locator inQueue(String words) {
        return console.page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Queue"))
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }
}
