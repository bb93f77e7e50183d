package dev.parley.story;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ElementState;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.running.RunningParley;
import java.util.Optional;

/** The widget in the browser of one visitor: in the shop, or alone behind a link. */
final class Widget {
    /** The middle of the widget's button, from the lower right corner of the window. */
    private static final int BUTTON = 50;

    private final Page page;
    private Frame panel;

    Widget(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** What of the page is the widget's. */
    Frame panel() {
        return panel;
    }

    /** Comes to the shop's page. */
    void goToTheShop() {
        page.navigate(RunningParley.shared().url().resolve("/demo").toString());
        launcher();
    }

    /** Opens what a link to the chat leads to: a page without anything else. */
    void followTheLink() {
        page.navigate(RunningParley.shared().url().resolve("/chat/acme").toString());
        panel = page.mainFrame();
        panel.locator(".tile").first().waitFor();
    }

    private void launcher() {
        page.waitForCondition(() -> page.locator("parley-chat").count() == 1);
    }

    /** The button lies in a closed shadow tree of a page that is not ours: it is clicked where a person sees it. */
    void open() {
        launcher();
        page.mouse().click(Browsers.WIDTH - BUTTON, Browsers.HEIGHT - BUTTON);
        opened();
    }

    /** Waits for the panel, however it was opened, until it stands: a click into a frame on its way may land beside it. */
    void opened() {
        page.waitForCondition(() -> frame().isPresent());
        panel = frame().orElseThrow();
        panel.frameElement().waitForElementState(ElementState.STABLE);
    }

    private Optional<Frame> frame() {
        return page.frames().stream()
                .filter(frame -> frame.url().contains("/chat/acme"))
                .findFirst();
    }

    /** Begins a conversation with these words. */
    void begin(String text) {
        button("Start a chat").or(button("Leave a message")).first().click();
        field().fill(text);
        button("Send").click();
    }

    /** Goes on in the conversation that is in front. */
    void add(String text) {
        field().fill(text);
        field().press("Enter");
    }

    /** Chooses the latest conversation where there is a choice. */
    void goOn() {
        Locator past = panel.locator("button.row").first();
        try {
            past.or(log()).first().waitFor();
        } catch (TimeoutError e) {
            throw new AssertionError("the panel shows: " + panel.locator("body").innerText(), e);
        }
        if (past.isVisible()) past.click();
    }

    void attach(FilePayload file) {
        panel.locator("#pick").setInputFiles(file);
    }

    Locator field() {
        return panel.getByLabel("Your message");
    }

    Locator button(String name) {
        return panel.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(name));
    }

    Locator log() {
        return panel.getByRole(AriaRole.LOG);
    }

    /** The bubbles with these words or this file. */
    Locator said(String text) {
        return log().locator(".m", new Locator.LocatorOptions().setHasText(text));
    }
}
