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
    private final Console console;
    private Wire wire;

    AgentSteps(Browsers browsers) {
        console = new Console(browsers);
    }

    /** An agent whose line can be lost. */
    static AgentSteps onAWire(Browsers browsers) {
        var steps = new AgentSteps(browsers);
        steps.wire = new Wire(steps.console.page(), "/ws/agent");
        return steps;
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

    @When("the agent replies \"$text\"")
    public void replies(String text) {
        console.reply(text);
    }

    @When("the agent begins to write \"$text\"")
    public void begins(String text) {
        console.page().getByPlaceholder("Write a reply").fill(text);
    }

    @When("the agent sends it")
    public void sends() {
        console.page().getByPlaceholder("Write a reply").press("Enter");
    }

    @When("the agent declines it by the keyboard")
    public void declines() {
        console.page().keyboard().press("Alt+d");
    }

    @Then("nothing is offered to the agent")
    public void nothingIsOffered() {
        console.offer().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @Then("the agent is offered it again")
    public void isOfferedAgain() {
        isOffered();
    }

    @When("the agent takes \"$words\" from the queue")
    public void takes(String words) {
        console.takeFromQueue(words);
    }

    @When("the agent's line is lost")
    public void losesTheLine() {
        wire.cut();
    }

    @When("the agent's line is back")
    public void hasTheLineBack() {
        wire.mend();
    }

    @When("the agent reloads the console")
    public void reloads() {
        // Playwright 1.49 falls over a socket on a wire that its page closes
        wire.cut();
        isToldThatItIsKept();
        console.page().reload();
        wire.mend();
        console.online();
    }

    @When("the agent shows the conversation \"$preview\" again")
    public void shows(String preview) {
        console.ownConversation(preview).click();
    }

    @Then("what the agent began is still there: \"$text\"")
    public void isStillThere(String text) {
        console.page()
                .waitForCondition(() -> text.equals(
                        console.page().getByPlaceholder("Write a reply").inputValue()));
    }

    @Then("the agent is told that what is written is kept")
    public void isToldThatItIsKept() {
        console.page()
                .getByText("Reconnecting. What you write is kept and sent.")
                .first()
                .waitFor();
    }

    @Then("the agent reads \"$text\" once")
    public void readsOnce(String text) {
        reads(text);
        assertThat(console.inTimeline(text).count()).isOne();
    }

    @Then("the agent has not read \"$text\"")
    public void hasNotRead(String text) {
        assertThat(console.inTimeline(text).count()).isZero();
    }

    @Then("the agent's \"$text\" waits for the line")
    public void waitsForTheLine(String text) {
        console.said(text, "Kept, goes out when you are back");
    }

    @Then("the agent sees that \"$text\" was read")
    public void seesThatItWasRead(String text) {
        console.said(text, "Read");
    }

    @Then("the agent sees that somebody is typing")
    public void seesTyping() {
        typing().waitFor();
    }

    @Then("the agent sees nobody typing")
    public void seesNobodyTyping() {
        typing().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private Locator typing() {
        return console.page().locator(".pw-typing", new Page.LocatorOptions().setHasText("is typing"));
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
