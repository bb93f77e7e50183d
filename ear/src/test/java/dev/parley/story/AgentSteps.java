package dev.parley.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import org.jbehave.core.annotations.Given;
import org.jbehave.core.annotations.Then;
import org.jbehave.core.annotations.When;

/** What an agent does in the console. */
public class AgentSteps {
    private final Page page;

    AgentSteps(Browsers browsers) {
        page = browsers.newPerson();
    }

    @Given("the agent $email has signed in to the console")
    public void signsIn(String email) {
        page.navigate(
                RunningParley.shared().url().resolve("/login?next=/console").toString());
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(ParleyRest.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL("**/console");
    }

    @Given("the agent is available")
    public void becomesAvailable() {
        page.getByLabel("Your presence").selectOption("available");
    }

    @Then("the agent is offered a new chat")
    public void isOffered() {
        offer().waitFor();
    }

    @When("the agent accepts it")
    public void accepts() {
        offer().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept"))
                .click();
    }

    private Locator offer() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("New chat offered"));
    }

    @Then("the agent reads \"$text\"")
    public void reads(String text) {
        page.getByRole(AriaRole.LOG).getByText(text).first().waitFor();
    }

    @When("the agent replies \"$text\"")
    public void replies(String text) {
        page.getByPlaceholder("Write a reply").fill(text);
        page.keyboard().press("Enter");
    }

    @When("the agent closes the conversation")
    public void closes() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Close").setExact(true))
                .click();
    }
}
