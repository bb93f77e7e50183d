package dev.parley.story;

import org.jbehave.core.annotations.Given;
import org.jbehave.core.annotations.Then;
import org.jbehave.core.annotations.When;

/** What an agent does in the console. */
public class AgentSteps {
    private final Console console;

    AgentSteps(Browsers browsers) {
        console = new Console(browsers);
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

    @When("the agent transfers it to \"$colleague\" with the comment \"$comment\"")
    public void transfers(String colleague, String comment) {
        console.transfer(colleague, comment);
    }

    @When("the agent closes the conversation")
    public void closes() {
        console.close();
    }
}
