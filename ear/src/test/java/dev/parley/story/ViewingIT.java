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

/** Two agents with the same conversation in front: they see each other, and do not answer twice unasked. */
@Tag("CON-9")
class ViewingIT {
    private final Question question = Question.ask("Is the Ridge 3 waterproof?");
    private final String word = question.word();
    private final ChatClient visitor = question.visitor();
    private Browsers browsers;
    private Console anna;
    private Console sven;

    @BeforeEach
    void bothLookAtIt() {
        browsers = new Browsers();
        anna = new Console(browsers);
        anna.signIn("agent1@acme.example");
        anna.takeFromQueue(word);
        sven = new Console(browsers);
        sven.signIn("supervisor@acme.example");
        sven.page().getByText("Of colleagues").click();
        sven.page()
                .locator(".pw-team .pw-conv", new Page.LocatorOptions().setHasText(word))
                .click();
        sven.seeInTimeline("Is the Ridge 3 waterproof? " + word);
    }

    @AfterEach
    void leave() {
        question.close();
        browsers.close();
    }

    @Test
    void each_sees_that_the_other_looks_writes_and_goes() {
        bar(anna, "Sven Supervisor is viewing").waitFor();
        bar(sven, "Anna Agent is viewing").waitFor();

        reply(sven).pressSequentially("Yes");
        bar(anna, "Sven Supervisor is replying").waitFor();
        reply(sven).fill("");
        bar(anna, "Sven Supervisor is viewing").waitFor();

        sven.page().reload();
        gone(bar(anna, "Sven Supervisor"));
        assertThat(visitor.heard().toString()).doesNotContain("viewers").doesNotContain("is viewing");
    }

    @Test
    void what_a_colleague_has_answered_meanwhile_is_said_before_a_second_answer_goes_out() {
        String first = "Yes, to 3,000 mm " + word;
        String second = "It is, mostly " + word;
        reply(sven).fill(second);
        anna.reply(first);
        sven.seeInTimeline(first);

        sven.page().keyboard().press("Enter");
        Locator asking = sven.page()
                .getByRole(AriaRole.ALERT)
                .filter(new Locator.FilterOptions().setHasText("Anna Agent has answered since you began to write."));
        asking.waitFor();
        assertThat(reply(sven).inputValue()).isEqualTo(second);
        asking.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send anyway"))
                .click();

        visitor.expect("the second answer", f -> second.equals(f.getString("text", null)));
        gone(asking);
        assertThat(reply(sven).inputValue()).isEmpty();
        // begun after the answer: nobody is asked
        sven.reply("And light " + word);
        visitor.expect("the third answer", f -> ("And light " + word).equals(f.getString("text", null)));
        assertThat(visitor.heard().stream().filter(f -> second.equals(f.getString("text", null))))
                .hasSize(1);
    }

    private static Locator reply(Console console) {
        return console.page().getByPlaceholder("Write a reply");
    }

    private static Locator bar(Console console, String text) {
        return console.page()
                .locator(".pw-bar span", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    private static void gone(Locator locator) {
        locator.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
}
