package dev.parley.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;

/** The console in the browser of one agent. */
public final class Console {
    /** How long a page that is stuck may take to say what it shows, in milliseconds. */
    private static final double TO_TELL = 5_000;

    private final Page page;
    private final RunningParley parley;

    Console(Browsers browsers) {
        this(browsers.newPerson(), RunningParley.shared());
    }

    /** In that page, at that Parley. */
    public Console(Page page, RunningParley parley) {
        this.page = page;
        this.parley = parley;
    }

    /** Signs in, and waits for the workspace with its line to the desk: the address says nothing of either. */
    public void signIn(String email) {
        page.navigate(parley.url().resolve("/login?next=/console").toString());
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(ParleyRest.PASSWORD);
        button("Sign in").click();
        online();
    }

    /** Waits until the desk has welcomed this console: only then can a presence be chosen. */
    void online() {
        try {
            page.locator(".pw-presence select:enabled").waitFor();
        } catch (TimeoutError e) {
            String shown = page.locator("body").innerText(new Locator.InnerTextOptions().setTimeout(TO_TELL));
            throw new AssertionError("no workspace online; " + page.url() + " shows: " + shown, e);
        }
    }

    public void choosePresence(String presence) {
        page.getByLabel("Your presence").selectOption(presence);
    }

    public Locator offer() {
        return region("New chat offered");
    }

    public Page page() {
        return page;
    }

    /** Shows the waiting conversation whose last words these are, and takes it. */
    public void takeFromQueue(String words) {
        region("Queue")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        Locator accept =
                page.locator(".pw-head").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept"));
        accept.click();
        // not the list: on a phone the conversation covers it
        accept.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    public void accept() {
        offer().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept"))
                .click();
    }

    /** The agent's own conversation whose last message is this. */
    public Locator ownConversation(String preview) {
        return region("Mine")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(preview))
                .first();
    }

    public void seeInTimeline(String text) {
        inTimeline(text).first().waitFor();
    }

    Locator inTimeline(String text) {
        return page.getByRole(AriaRole.LOG).getByText(text);
    }

    /** Waits until that stands below one's own words: sent, delivered, read. */
    void said(String text, String state) {
        page.locator(".pw-msg.me", new Page.LocatorOptions().setHasText(text))
                .getByText(state, new Locator.GetByTextOptions().setExact(true))
                .waitFor();
    }

    public void reply(String text) {
        page.getByPlaceholder("Write a reply").fill(text);
        page.keyboard().press("Enter");
    }

    public void transfer(String to, String comment) {
        button("Transfer").click();
        Locator dialog = dialog("Transfer this conversation");
        // behind a colleague's name stands whether the colleague is there
        Locator target = dialog.locator("option", new Locator.LocatorOptions().setHasText(to));
        target.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        dialog.getByLabel("To").selectOption(target.first().getAttribute("value"));
        dialog.getByLabel("Comment").fill(comment);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Transfer"))
                .click();
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Closes it without a word about it. */
    public void close() {
        button("Close").click();
        Locator dialog = dialog("Close this conversation");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .click();
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    Locator dialog(String title) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator region(String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }
}
