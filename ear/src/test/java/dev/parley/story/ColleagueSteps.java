package dev.parley.story;

import org.jbehave.core.annotations.Given;
import org.jbehave.core.annotations.Then;
import org.jbehave.core.annotations.When;

/** What a second agent does, in a browser of their own. */
public class ColleagueSteps {
    private final Console console;

    ColleagueSteps(Browsers browsers) {
        console = new Console(browsers);
    }

    @Given("the colleague $email has signed in to the console and is available")
    public void isThere(String email) {
        console.signIn(email);
        console.choosePresence("available");
    }

    @Then("the colleague finds \"$preview\" among their own conversations")
    public void finds(String preview) {
        console.ownConversation(preview).click();
    }

    @Then("the colleague reads \"$text\"")
    public void reads(String text) {
        console.seeInTimeline(text);
    }

    @When("the colleague replies \"$text\"")
    public void replies(String text) {
        console.reply(text);
    }

    @When("the colleague closes the conversation")
    public void closes() {
        console.close();
    }
}
