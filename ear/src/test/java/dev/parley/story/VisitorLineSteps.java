package dev.parley.story;

import org.jbehave.core.annotations.Then;
import org.jbehave.core.annotations.When;

/** What happens to the line of a visitor who is on a train. */
public class VisitorLineSteps {
    private final Widget widget;
    private final Wire wire;

    VisitorLineSteps(Widget widget, Wire wire) {
        this.widget = widget;
        this.wire = wire;
    }

    @When("the visitor's line is cut")
    public void isCut() {
        wire.cut();
    }

    @When("the visitor's line comes back")
    public void comesBack() {
        wire.mend();
        Trouble.isOver(widget.panel());
    }

    @When("the answers to the visitor are lost on the way")
    public void losesAnswers() {
        wire.loseAnswers();
    }

    @When("the visitor sends the file \"$name\" over a line that gets stuck")
    public void sendsOverAStuckLine(String name) {
        wire.stall();
        widget.attach(Trouble.bigFile(name));
    }

    @When("the visitor tries again to send the file")
    public void triesAgain() {
        widget.button("Try again").click();
    }

    @Then("the visitor sees that \"$name\" is on its way")
    public void seesProgress(String name) {
        widget.said(name).getByLabel(name).waitFor();
    }

    @Then("the visitor sees that \"$name\" could not be uploaded")
    public void seesFailure(String name) {
        widget.said(name).getByText("Could not be uploaded").waitFor();
    }
}
