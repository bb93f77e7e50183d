package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parley.running.ChatClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One agent asks another by name, in a note of a conversation that the other has never opened. */
@Tag("CON-5")
class MentioningIT {
    private final Question question = Question.ask("Which pump fits?");
    private final String word = question.word();
    private final ChatClient visitor = question.visitor();
    private Browsers browsers;
    private Console anna;
    private Console ben;

    @BeforeEach
    void oneHasIt() {
        browsers = new Browsers();
        anna = new Console(browsers);
        anna.signIn("agent1@acme.example");
        anna.takeFromQueue(word);
        ben = new Console(browsers);
        ben.signIn("agent2@acme.example");
    }

    @AfterEach
    void leave() {
        question.close();
        browsers.close();
    }

    @Test
    void a_colleague_is_chosen_by_keys_told_and_finds_the_way() {
        anna.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Note").setExact(true))
                .click();
        Locator note = anna.page().getByPlaceholder("Only your team sees this");
        note.pressSequentially("Do you know it, @be");
        Locator choice = anna.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Ben Agent"));
        choice.waitFor();
        note.press("Enter");
        assertThat(note.inputValue()).isEqualTo("Do you know it, @Ben Agent ");
        note.pressSequentially(word);
        note.press("Enter");
        anna.seeInTimeline("Do you know it, @Ben Agent " + word);

        Locator group =
                ben.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("You were mentioned"));
        group.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(word))
                .click();
        ben.seeInTimeline("Do you know it, @Ben Agent " + word);
        group.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(visitor.heard().toString()).doesNotContain("Do you know it");
    }

    @Test
    void the_list_closes_on_escape_and_does_not_come_in_a_reply() {
        Locator reply = anna.page().getByPlaceholder("Write a reply");
        Locator list = anna.page().getByRole(AriaRole.LISTBOX);
        reply.pressSequentially("@be");
        assertThat(list.count()).isZero();
        reply.fill("");

        anna.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Note").setExact(true))
                .click();
        Locator note = anna.page().getByPlaceholder("Only your team sees this");
        note.pressSequentially("@");
        list.waitFor();
        note.press("ArrowDown");
        String second = list.getByRole(AriaRole.OPTION).nth(1).getAttribute("id");
        anna.page().waitForCondition(() -> second.equals(note.getAttribute("aria-activedescendant")));
        note.press("Escape");
        list.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(note.inputValue()).isEqualTo("@");
        note.fill("");
    }
}
