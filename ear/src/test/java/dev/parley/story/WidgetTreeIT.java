package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a screen reader finds in the widget, and what it does for those who asked their system for less motion or other colours. */
@Tag("WID-30")
class WidgetTreeIT {
    private final Browsers browsers = new Browsers();

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void the_panel_is_a_dialog_with_a_name_whose_log_names_who_wrote() {
        Widget widget = opened(new Browser.NewContextOptions());
        assertThat(tree(widget)).contains("- dialog \"Acme\"", "- heading", "- button \"Close\"");

        widget.begin("Read this aloud");
        widget.said("Read this aloud").locator(".meta").waitFor();
        assertThat(tree(widget))
                .contains(
                        "- dialog \"Acme\"",
                        "- log \"Conversation\"",
                        "Read this aloud",
                        "- status",
                        "- textbox \"Your message\"")
                .contains(
                        "- button \"Back\"",
                        "- button \"More\"",
                        "- button \"Attach a file\"",
                        "- button \"Send\" [disabled]")
                .contains("You");
    }

    @Test
    void nothing_moves_where_less_motion_is_wanted() {
        Widget widget = opened(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        widget.begin("Hold still");
        widget.said("Hold still").locator(".meta").waitFor();
        for (String frame : new String[] {"panel", "page"}) {
            Object running = frame.equals("panel")
                    ? widget.panel().evaluate(MOVING)
                    : widget.page().evaluate(MOVING);
            assertThat(running).as(frame).isEqualTo(0);
        }
    }

    private static final String MOVING =
            "document.getAnimations().filter(one => one.playState === 'running' && one.effect.getComputedTiming().duration > 1).length";

    @Test
    void with_forced_colours_the_bubbles_and_the_buttons_have_edges() {
        Widget widget = opened(new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE));
        widget.begin("In the colours of the system");
        widget.said("In the colours of the system").locator(".meta").waitFor();
        for (String part : new String[] {".m.me .b", ".compose", ".ib.send"}) {
            assertThat((boolean) widget.panel().locator(part).first().evaluate(EDGED))
                    .as(part)
                    .isTrue();
        }
    }

    /** A border or an outline that is there: backgrounds are the system's then. */
    private static final String EDGED =
            "part => { const s = getComputedStyle(part); return [s.borderTopStyle, s.outlineStyle].some((line, at) =>"
                    + " line !== 'none' && parseFloat(at ? s.outlineWidth : s.borderTopWidth) > 0); }";

    private Widget opened(Browser.NewContextOptions options) {
        Widget widget = new Widget(browsers.newPerson(options.setViewportSize(Browsers.WIDTH, Browsers.HEIGHT)));
        widget.goToTheShop();
        widget.open();
        widget.panel().locator(".tile").first().waitFor();
        return widget;
    }

    private static String tree(Widget widget) {
        return widget.panel().locator("body").ariaSnapshot();
    }
}
