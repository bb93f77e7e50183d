package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jbehave.core.annotations.Then;
import org.jbehave.core.annotations.When;

/** What happens to the line of an agent who works from home. */
public class AgentLineSteps {
    private static final String IN_VIEW =
            "(said) => { const { top, bottom } = said.getBoundingClientRect(), log = said.closest('[role=log]').getBoundingClientRect();"
                    + " return top > log.top - 1 && bottom < log.bottom + 1; }";

    private final Console console;
    private final Wire wire;

    AgentLineSteps(Console console, Wire wire) {
        this.console = console;
        this.wire = wire;
    }

    @When("the agent's line is cut")
    public void isCut() {
        wire.cut();
        page().getByText("Reconnecting.").first().waitFor();
    }

    @When("the agent's line comes back")
    public void comesBack() {
        wire.mend();
        Trouble.isOver(page().mainFrame());
        console.online();
    }

    @When("the agent sends the file \"$name\" over a line that gets stuck")
    public void sendsOverAStuckLine(String name) {
        wire.stall();
        page().locator(".pw-composer input[type=file]").setInputFiles(Trouble.bigFile(name));
    }

    @When("the agent tries again to send the file")
    public void triesAgain() {
        page().getByRole(AriaRole.LOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"))
                .click();
    }

    @When("the agent goes back to where \"$text\" was said")
    public void scrollsTo(String text) {
        console.said(text).first().scrollIntoViewIfNeeded();
    }

    @When("the agent has begun to write \"$text\"")
    public void begins(String text) {
        page().getByPlaceholder("Write a reply").fill(text);
    }

    @Then("the agent sees that \"$name\" is on its way")
    public void seesProgress(String name) {
        console.said(name).getByLabel(name).waitFor();
    }

    @Then("the agent sees that \"$name\" could not be uploaded")
    public void seesFailure(String name) {
        console.said(name).getByText("Could not be uploaded").waitFor();
    }

    @Then("the agent still looks at \"$text\"")
    public void stillLooksAt(String text) {
        assertThat(console.said(text).first().evaluate(IN_VIEW)).as(text).isEqualTo(true);
    }

    @Then("the agent's reply still begins \"$text\"")
    public void stillWrites(String text) {
        assertThat(page().getByPlaceholder("Write a reply").inputValue()).isEqualTo(text);
    }

    private Page page() {
        return console.page();
    }
}
