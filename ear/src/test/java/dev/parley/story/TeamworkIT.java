package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parley.running.ChatClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two agents at their consoles, one conversation between them. */
class TeamworkIT {
    private final Question question = Question.ask("Is the Ridge 3 waterproof?");
    private final String word = question.word();
    private final ChatClient visitor = question.visitor();
    private Browsers browsers;
    private Console anna;

    @BeforeEach
    void takeAConversation() {
        browsers = new Browsers();
        anna = new Console(browsers);
        anna.signIn("agent1@acme.example");
        anna.takeFromQueue(word);
    }

    @AfterEach
    void leave() {
        question.close();
        browsers.close();
    }

    @Test
    @Tag("CON-11")
    void closing_from_the_keyboard_says_what_it_was_about_and_how_it_ended() {
        Page page = anna.page();
        page.keyboard().press("Escape");
        page.keyboard().press("t");
        Locator tagging = anna.dialog("Say what it is about");
        Locator find = tagging.getByLabel("Find a tag");
        find.pressSequentially("carr");
        find.press("Enter");
        page.waitForCondition(() -> pressed(tagging, "carrier-delay"));
        page.keyboard().press("Enter");
        visible(page.locator(".pw-visitor .pw-chip"), "carrier-delay");
        tagging.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));

        page.keyboard().press("e");
        Locator closing = anna.dialog("Close this conversation");
        assertThat(pressed(closing, "carrier-delay")).isTrue();
        closing.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Solved").setExact(true))
                .click();
        closing.getByLabel("Find a tag").focus();
        page.keyboard().press("Enter");
        page.getByText("This conversation is closed.").first().waitFor();
        page.waitForCondition(() -> page.locator(".pw-visitor").innerText().contains("Solved"));
        visitor.expect("the end", f -> "closed".equals(f.getString("status", "")));
        assertThat(visitor.heard().toString()).doesNotContain("carrier-delay", "Solved");
    }

    @Test
    @Tag("CON-1")
    @Tag("CON-6")
    void a_colleague_sees_it_with_the_team_and_takes_it_over() {
        Console ben = colleague("available");
        Page page = ben.page();
        page.getByText("Of colleagues").click();
        page.locator(".pw-team .pw-conv", new Page.LocatorOptions().setHasText(word))
                .click();
        ben.seeInTimeline("Is the Ridge 3 waterproof? " + word);
        page.locator(".pw-head")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take over"))
                .click();

        ben.ownConversation(word).waitFor();
        visible(anna.page().locator(".pw-event"), "transferred it to Ben Agent");
        anna.page().waitForCondition(() -> !anna.ownConversation(word).isVisible());
        ben.choosePresence("offline");
    }

    @Test
    @Tag("CON-6")
    void a_colleague_is_asked_in_answers_beside_the_owner_and_leaves() {
        Console ben = colleague("busy");
        Page page = ben.page();
        anna.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask a colleague in"))
                .click();
        Locator asking = anna.dialog("Ask a colleague in");
        asking.getByLabel("Colleague", new Locator.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel("Ben Agent · Busy"));
        asking.getByLabel("Comment").fill("Knows the tents " + word);
        asking.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ask a colleague in"))
                .click();

        Locator shared = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("With colleagues"))
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(word));
        shared.click();
        ben.seeInTimeline("Knows the tents " + word);
        ben.reply("Yes, to 3,000 mm " + word);
        anna.seeInTimeline("Yes, to 3,000 mm " + word);
        visitor.expect("the answer", f -> ("Yes, to 3,000 mm " + word).equals(f.getString("text", null)));

        page.locator(".pw-head")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Leave"))
                .click();
        visible(anna.page().locator(".pw-event"), "Ben Agent left");
        assertThat(anna.ownConversation(word).isVisible()).isTrue();
        ben.choosePresence("offline");
    }

    @Test
    @Tag("CON-2")
    void away_has_the_companys_reasons_and_colleagues_see_them() {
        anna.choosePresence("away:Lunch");
        Console sven = new Console(browsers);
        sven.signIn("supervisor@acme.example");
        sven.page().keyboard().press("Control+k");
        sven.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Do anything"))
                .fill("colleag");
        sven.page().keyboard().press("Enter");
        Locator team = sven.dialog("Colleagues");
        visible(team.locator("li"), "Away: Lunch");

        team.getByLabel("Presence of Anna Agent").selectOption("offline");
        anna.page().waitForCondition(() -> presence(anna).equals("offline"));
    }

    @Test
    @Tag("CON-2")
    void who_touches_nothing_is_set_away_and_comes_back_with_the_first_touch() {
        anna.choosePresence("available");
        anna.page().evaluate("document.querySelector('parley-workspace').setAttribute('idle', '0.1')");
        anna.page().waitForCondition(() -> presence(anna).equals("away"));
        visible(anna.page().locator(".pw-presence"), "Away: inactive");

        anna.page().evaluate("document.querySelector('parley-workspace').setAttribute('idle', '30')");
        anna.page().mouse().move(200, 200);
        anna.page().waitForCondition(() -> presence(anna).equals("available"));
        anna.choosePresence("offline");
    }

    private Console colleague(String presence) {
        Console ben = new Console(browsers);
        ben.signIn("agent2@acme.example");
        ben.choosePresence(presence);
        ben.page().waitForCondition(() -> presence(ben).equals(presence));
        return ben;
    }

    /** What the server has taken, which the dot shows; the choice itself shows what was chosen. */
    private static String presence(Console console) {
        return console.page()
                .locator(".pw-presence .pw-pres")
                .getAttribute("class")
                .replace("pw-pres ", "");
    }

    private static boolean pressed(Locator dialog, String label) {
        return "true"
                .equals(dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label))
                        .getAttribute("aria-pressed"));
    }

    private static void visible(Locator where, String text) {
        where.filter(new Locator.FilterOptions().setHasText(text)).first().waitFor();
    }
}
