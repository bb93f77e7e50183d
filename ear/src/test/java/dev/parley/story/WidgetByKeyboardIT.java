package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The widget by keys alone, beside the page and over it. */
@Tag("WID-30")
class WidgetByKeyboardIT {
    /** More than the page of the shop and the panel have together. */
    private static final int MANY = 80;

    private final Browsers browsers = new Browsers();
    private Page page;
    private Widget widget;

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void a_visitor_chats_without_ever_touching_a_pointer() {
        open(1280, 900);
        tabTo("Start a chat", "Leave a message");
        press("Enter");
        widget.field().waitFor();
        focusComesTo("Your message");
        page.keyboard().type("By keys");
        press("Enter");
        widget.said("By keys").locator(".meta", containing("Sent")).waitFor();

        tabTo("More");
        press("Enter");
        Locator sound = widget.panel().getByRole(AriaRole.MENUITEMCHECKBOX);
        sound.waitFor();
        focusComesTo("Sound");
        assertThat(sound.getAttribute("aria-checked")).isEqualTo("true");
        press("Space");
        page.waitForCondition(() -> "false".equals(sound.getAttribute("aria-checked")));
        press("ArrowDown");
        focusComesTo("End the chat");
        press("Escape");
        sound.waitFor(hidden());
        focusComesTo("More");

        press("Enter");
        sound.waitFor();
        press("ArrowUp");
        press("Enter");
        Locator asking = widget.panel().getByRole(AriaRole.ALERTDIALOG);
        asking.waitFor();
        tabTo("End the chat");
        press("Enter");
        widget.panel().getByText("This conversation is closed.").first().waitFor();

        press("Escape");
        widget.log().waitFor(hidden());
        // back where it came from
        page.waitForCondition(this::atTheWidget);
        press("Enter");
        widget.log().waitFor();
    }

    @Test
    void where_the_panel_covers_the_page_the_focus_stays_in_it() {
        // what is left of 1280 by 1024 at 400 %
        open(320, 256);
        widget.panel()
                .getByText("Start a chat")
                .or(widget.panel().getByText("Leave a message"))
                .first()
                .waitFor();
        for (String way : new String[] {"Tab", "Shift+Tab"}) {
            Set<String> reached = new LinkedHashSet<>();
            for (int i = 0; i < 20; i++) {
                press(way);
                assertThat(page.evaluate("document.activeElement.localName"))
                        .as("after %s", reached)
                        .isEqualTo("parley-chat");
                reached.add(inPanel());
            }
            assertThat(reached).contains("Close").hasSizeGreaterThan(1);
        }
        tabTo("Start a chat", "Leave a message");
        press("Enter");
        focusComesTo("Your message");
        page.keyboard().type("Enlarged");
        press("Enter");
        widget.said("Enlarged").waitFor();
        assertThat((int) widget.panel().evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
        assertThat(widget.field().boundingBox().height).isGreaterThanOrEqualTo(24);
        press("Escape");
        widget.log().waitFor(hidden());
        page.waitForCondition(this::atTheWidget);
    }

    /** Goes through the shop's page to the widget's button, and opens it. */
    private void open(int width, int height) {
        page = browsers.newPerson(new Browser.NewContextOptions().setViewportSize(width, height));
        widget = new Widget(page);
        widget.goToTheShop();
        for (int i = 0; i < MANY && !atTheWidget(); i++) press("Tab");
        press("Enter");
        widget.opened();
        widget.panel().locator(".tile").first().waitFor();
    }

    private void tabTo(String... names) {
        for (int i = 0; i < MANY; i++) {
            for (String name : names) if (name.equals(inPanel())) return;
            press("Tab");
        }
        throw new AssertionError("no Tab leads to " + String.join(" or ", names) + "; it stands on " + inPanel());
    }

    private void focusComesTo(String name) {
        page.waitForCondition(() -> name.equals(inPanel()));
    }

    /** What the panel's element with the focus is called. */
    private String inPanel() {
        return (String)
                widget.panel()
                        .evaluate(
                                "() => { const at = document.activeElement;"
                                        + " return at.getAttribute('aria-label') ?? (at.querySelector('b, .grow') ?? at).textContent.trim(); }");
    }

    private boolean atTheWidget() {
        return "parley-chat".equals(page.evaluate("document.activeElement.localName"));
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    private static Locator.LocatorOptions containing(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
