package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.jbehave.core.annotations.Given;
import org.jbehave.core.annotations.Then;
import org.jbehave.core.annotations.When;

/** What a visitor does in the widget. */
public class VisitorSteps {
    private static final int MANY = 12;
    private static final String PART = "The wind came from the side, and the rope that we had was wet. ".repeat(3);

    private final Widget widget;

    VisitorSteps(Browsers browsers) {
        this(new Widget(browsers.newPerson()));
    }

    VisitorSteps(Widget widget) {
        this.widget = widget;
    }

    @Given("a visitor has opened the chat on the shop's page")
    public void opensTheShop() {
        widget.goToTheShop();
        widget.open();
    }

    @Given("a visitor called \"$name\" has opened the chat on the shop's page")
    public void opensTheShopAs(String name) {
        widget.goToTheShop();
        Page page = widget.page();
        page.waitForResponse(
                answer -> answer.url().endsWith("/visitors")
                        && String.valueOf(answer.request().postData()).contains(name),
                () -> {
                    page.evaluate("name => Parley('update', { name })", name);
                    widget.open();
                });
    }

    @Given("somebody has followed the link to the chat")
    public void followsTheLink() {
        widget.followTheLink();
    }

    @When("the visitor writes \"$text\"")
    public void writes(String text) {
        widget.begin(text);
    }

    @When("the visitor adds \"$text\"")
    public void adds(String text) {
        widget.add(text);
    }

    @When("the visitor begins to write")
    public void beginsToWrite() {
        widget.field().pressSequentially("Hm");
    }

    @When("the visitor thinks better of it")
    public void stopsWriting() {
        widget.field().fill("");
    }

    @When("the visitor closes the panel")
    public void closesThePanel() {
        widget.field().press("Escape");
        widget.log().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @When("the visitor opens the panel again")
    public void opensThePanel() {
        widget.open();
    }

    @When("the visitor reloads the page and opens the chat")
    public void reloads() {
        widget.page().reload();
        widget.open();
        widget.goOn();
    }

    @When("the visitor leaves for another page")
    public void leaves() {
        widget.page().navigate("about:blank");
    }

    @When("the visitor comes back to the chat")
    public void comesBack() {
        widget.goToTheShop();
        widget.open();
        widget.goOn();
    }

    @When("the visitor follows the link again")
    public void followsTheLinkAgain() {
        widget.followTheLink();
        widget.goOn();
    }

    /** More than a window holds. */
    @When("the visitor tells a long story")
    public void tellsALongStory() {
        for (int i = 1; i <= MANY; i++) {
            String part = "Part " + i + ": " + PART;
            widget.add(part);
            reads(part);
        }
    }

    @Then("the visitor sees that \"$name\" is writing")
    public void seesWriting(String name) {
        writing(name).waitFor();
    }

    @Then("the visitor sees that \"$name\" is no longer writing")
    public void seesNoWriting(String name) {
        writing(name).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private Locator writing(String name) {
        return widget.panel().getByRole(AriaRole.IMG, new Frame.GetByRoleOptions().setName(name + " is typing"));
    }

    @Then("the visitor reads \"$text\"")
    public void reads(String text) {
        widget.log().getByText(text).first().waitFor();
    }

    @Then("the visitor reads \"$text\" exactly once")
    public void readsOnce(String text) {
        reads(text);
        assertThat(widget.said(text).count()).as(text).isEqualTo(1);
    }

    @Then("the visitor sees \"$mark\" under \"$text\"")
    public void seesUnder(String mark, String text) {
        widget.said(text)
                .locator(".meta", new Locator.LocatorOptions().setHasText(mark))
                .waitFor();
    }

    @Then("the visitor is told \"$words\"")
    public void isTold(String words) {
        widget.panel()
                .getByRole(AriaRole.STATUS)
                .filter(new Locator.FilterOptions().setHasText(words))
                .waitFor();
    }

    @Then("the visitor never sees \"$text\"")
    public void neverSees(String text) {
        assertThat(widget.panel().locator("body").innerText()).doesNotContain(text);
    }

    @Then("the visitor sees that it is closed")
    public void seesTheEnd() {
        widget.panel().getByText("This conversation is closed.").first().waitFor();
    }
}
