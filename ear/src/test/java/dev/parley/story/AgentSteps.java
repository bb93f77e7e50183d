package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.jbehave.core.annotations.Given;
import org.jbehave.core.annotations.Then;
import org.jbehave.core.annotations.When;

/** What an agent does in the console. */
public class AgentSteps {
    /** A browser without a screen hides nothing. */
    private static final String VISIBILITY =
            "() => { Object.defineProperty(document, 'visibilityState', { configurable: true, value: '%s' });"
                    + " document.dispatchEvent(new Event('visibilitychange')); }";

    private final Console console;

    AgentSteps(Browsers browsers) {
        this(new Console(browsers));
    }

    AgentSteps(Console console) {
        this.console = console;
    }

    @Given("the agent $email has signed in to the console")
    public void signsIn(String email) {
        console.signIn(email);
    }

    @Given("the agent is available")
    public void becomesAvailable() {
        console.choosePresence("available");
    }

    @Then("the agent is offered a new chat")
    public void isOffered() {
        console.offer().waitFor();
    }

    @When("the agent accepts it")
    public void accepts() {
        console.accept();
    }

    @Then("the agent reads \"$text\"")
    public void reads(String text) {
        console.seeInTimeline(text);
    }

    @Then("the agent reads \"$text\" exactly once")
    public void readsOnce(String text) {
        reads(text);
        assertThat(console.said(text).count()).as(text).isEqualTo(1);
    }

    @Then("the agent sees \"$mark\" under \"$text\"")
    public void seesUnder(String mark, String text) {
        console.said(text)
                .locator(".meta", new Locator.LocatorOptions().setHasText(mark))
                .waitFor();
    }

    @Then("the agent sees that \"$name\" is writing")
    public void seesWriting(String name) {
        writing(name).waitFor();
    }

    @Then("the agent sees that \"$name\" is no longer writing")
    public void seesNoWriting(String name) {
        writing(name).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private Locator writing(String name) {
        return console.page().locator(".pw-typing", new Page.LocatorOptions().setHasText(name + " is typing"));
    }

    @When("the agent begins to write")
    public void beginsToWrite() {
        console.page().getByPlaceholder("Write a reply").pressSequentially("Hm");
    }

    @When("the agent thinks better of it")
    public void stopsWriting() {
        console.page().getByPlaceholder("Write a reply").fill("");
    }

    /** In another window: the browser hides the console's. */
    @When("the agent looks at something else")
    public void looksAway() {
        console.page().evaluate(String.format(VISIBILITY, "hidden"));
    }

    @When("the agent looks at the console again")
    public void looksBack() {
        console.page().evaluate(String.format(VISIBILITY, "visible"));
    }

    @When("the agent presses \"$key\"")
    public void presses(String key) {
        console.page().keyboard().press(key);
    }

    @When("the agent replies \"$text\"")
    public void replies(String text) {
        console.reply(text);
    }

    @When("the agent transfers it to \"$colleague\" with the comment \"$comment\"")
    public void transfers(String colleague, String comment) {
        console.transfer(colleague, comment);
    }

    @When("the agent closes the conversation")
    public void closes() {
        console.close();
    }
}
