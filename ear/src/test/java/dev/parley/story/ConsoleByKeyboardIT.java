package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An agent's work by keys alone, from signing in to closing: nothing here touches a pointer or fills a field by script. */
@Tag("CON-14")
class ConsoleByKeyboardIT {
    /** More than the console has to stop at. */
    private static final int MANY = 90;

    private final RunningParley parley = RunningParley.shared();
    private final Question question = Question.ask("Uma", "Which pump fits?");
    private final String word = question.word();
    private final ChatClient visitor = question.visitor();
    private final Browsers browsers = new Browsers();
    private final Page page = browsers.newPerson();
    private final Console console = new Console(page, parley);

    @BeforeEach
    void signInByKeys() {
        page.navigate(parley.url().resolve("/login?next=/console").toString());
        focusComesTo("E-mail");
        type("agent2@acme.example");
        press("Tab");
        type(ParleyRest.PASSWORD);
        press("Enter");
        console.online();
    }

    @AfterEach
    void leave() {
        question.close();
        browsers.close();
    }

    @Test
    void a_chat_is_accepted_answered_noted_tagged_and_closed() {
        command("Be available");
        console.offer().waitFor();
        press("a");
        console.seeInTimeline("Which pump fits? " + word);

        // ready to reply; Esc leaves the field, and letters are commands again
        focusComesTo("Reply to Uma " + word);
        press("Escape");
        press("n");
        focusComesTo("Note about Uma " + word);
        type("Ask the workshop " + word);
        press("Enter");
        console.seeInTimeline("Ask the workshop " + word);
        press("Escape");
        press("q");
        focusComesTo("Reply to Uma " + word);
        type("The small one " + word);
        press("Enter");
        visitor.expect("the answer", f -> f.toString().contains("The small one " + word));

        press("Escape");
        press("t");
        focusComesTo("Find a tag");
        type("deliv");
        press("Enter");
        press("Enter");
        gone("Say what it is about");
        page.waitForCondition(() ->
                page.locator(".pw-chip").allInnerTexts().stream().anyMatch(tag -> tag.equalsIgnoreCase("delivery")));

        command("Be offline");
        press("e");
        focusComesTo("Find a tag");
        press("Enter");
        gone("Close this conversation");
        visitor.expect("the end", f -> "closed".equals(f.getString("status", null)));
    }

    @Test
    void a_colleague_is_asked_in_the_conversation_goes_back_and_the_visitor_is_written_down() {
        take();
        tabTo("Edit");
        press("Enter");
        focusComesTo("Name");
        press("Control+a");
        type("Uma Park " + word);
        press("Enter");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Uma Park " + word))
                .waitFor();

        ChatClient anna = parley.agent("agent1@acme.example");
        anna.ask(ChatClient.frame("presence").add("status", "busy"));
        command("Ask a colleague in");
        Locator asking = console.dialog("Ask a colleague in");
        asking.locator("option", new Locator.LocatorOptions().setHasText("Anna Agent"))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        focusComesTo("Colleague");
        type("Anna");
        press("Tab");
        focusComesTo("Comment for your colleague");
        type("You know pumps " + word);
        tabTo("Ask a colleague in");
        press("Enter");
        gone("Ask a colleague in");
        console.seeInTimeline("You know pumps " + word);
        anna.ask(ChatClient.frame("presence").add("status", "offline"));
        anna.close();

        press("x");
        console.dialog("Transfer this conversation").waitFor();
        press("Escape");
        gone("Transfer this conversation");
        command("Back to the queue");
        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Queue"))
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Uma Park " + word))
                .waitFor();
    }

    /** What Tab comes to has a name, is in sight and shows that it has the focus; and Tab comes round to where it began. */
    @Test
    void tab_leads_through_everything_and_shows_where_it_is() {
        take();
        type("draft");
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            press("Tab");
            String stop = focused();
            if (!stops.isEmpty() && stop.equals(stops.get(0)) && stops.size() > 10) break;
            stops.add(stop);
            if (stop.isEmpty()) continue;
            assertThat(page.evaluate(INDICATED))
                    .as("the focus shows on %s", stop)
                    .isEqualTo(true);
            assertThat(page.evaluate(IN_SIGHT)).as("%s is in sight", stop).isEqualTo(true);
        }
        assertThat(stops).hasSizeLessThan(MANY);
        assertThat(stops)
                .contains(
                        "Your presence",
                        "Close",
                        "Transfer",
                        "Reply",
                        "Note",
                        "Attach a file",
                        "Emoji",
                        "Edit",
                        "Ben Agent: your account");
    }

    /** A name for what has the focus, as a screen reader would say it; empty for the page itself. */
    private static final String NAME = """
            () => {
                const at = document.activeElement;
                if (!at || at === document.body) return '';
                const said = (element) => {
                    const copy = element?.cloneNode(true);
                    copy?.querySelectorAll('[aria-hidden=true], input, textarea, select').forEach((part) => part.remove());
                    return copy?.textContent.trim() ?? '';
                };
                return at.getAttribute('aria-label') || said(at.labels?.[0]) || said(at) || at.title || at.outerHTML;
            }""";

    private static final String INDICATED = """
            () => {
                for (let at = document.activeElement; at && at !== document.body; at = at.parentElement) {
                    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
                    if ((outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || (boxShadow !== 'none' && at.matches(':focus-within'))) return true;
                }
                return false;
            }""";

    private static final String IN_SIGHT = """
            () => {
                const { top, bottom, left, right } = document.activeElement.getBoundingClientRect();
                return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
            }""";

    /** Without being available: from the queue, by the first words. */
    private void take() {
        command("Uma " + word);
        console.seeInTimeline("Which pump fits? " + word);
        press("Escape");
        press("r");
        focusComesTo("Reply to Uma " + word);
        type("Let me look " + word);
        press("Enter");
        visitor.expect("the answer", f -> f.toString().contains("Let me look " + word));
        console.ownConversation("Let me look " + word).waitFor();
    }

    /** By the palette. */
    private void command(String words) {
        press("Control+k");
        focusComesTo("Do anything");
        type(words);
        // a conversation is found once the list has come
        console.dialog("Do anything").getByRole(AriaRole.OPTION).first().waitFor();
        press("Enter");
        gone("Do anything");
    }

    private void tabTo(String name) {
        for (int i = 0; i < MANY; i++) {
            if (name.equals(focused())) return;
            press("Tab");
        }
        throw new AssertionError("no Tab leads to " + name + "; it stands on " + focused());
    }

    private void focusComesTo(String name) {
        page.waitForCondition(() -> name.equals(focused()));
    }

    private void gone(String dialog) {
        console.dialog(dialog).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private String focused() {
        return (String) page.evaluate(NAME);
    }

    private void type(String words) {
        page.keyboard().type(words);
    }

    private void press(String key) {
        page.keyboard().press(key);
    }
}
