package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parley.running.RunningParley;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A visitor in the demo's shop talks with an agent, who sees beside the conversation what there is to know. */
@Tag("CON-7")
class VisitorPanelIT {
    private final RunningParley parley = RunningParley.shared();
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private Browsers browsers;
    private Page shop;
    private Console console;
    private Locator panel;

    @BeforeEach
    void talk() {
        browsers = new Browsers();
        shop = browsers.newPerson();
        shop.navigate(parley.url().resolve("/demo").toString());
        shop.waitForCondition(() -> shop.locator("parley-chat").count() == 1);
        shop.evaluate("history.pushState({}, '', '/demo?before')");
        shop.evaluate("Parley('open')");
        widget().locator(".tile").click();
        widget().locator("textarea").fill("Is the Ridge 3 in stock? " + word);
        widget().locator("button.send").click();
        widget().locator(".meta:has-text('Sent')").waitFor();
        console = new Console(browsers);
        console.signIn("agent2@acme.example");
        console.takeFromQueue(word);
        panel = console.page()
                .getByRole(
                        AriaRole.COMPLEMENTARY,
                        new Page.GetByRoleOptions().setName("Visitor").setExact(true));
    }

    @AfterEach
    void leave() {
        console.close();
        browsers.close();
    }

    @Test
    void the_agent_sees_live_on_which_page_the_visitor_is_and_where_it_was() {
        steps("/demo?before");
        shop.evaluate(
                "history.pushState({}, '', '/demo?tent=ridge'); setTimeout(() => (document.title = 'Ridge 3 tent'))");
        steps("/demo?tent=ridge", "/demo?before");
        Locator page = panel.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Ridge 3 tent"));
        page.first().waitFor();
        assertThat(page.count()).as("as the current page and as a step").isEqualTo(2);

        shop.navigate(parley.url().resolve("/demo?second=page").toString());
        steps("/demo?second=page", "/demo?tent=ridge", "/demo?before");
        shop.getByText("Packs").first().click();
        steps("/demo?second=page#goods", "/demo?second=page", "/demo?tent=ridge", "/demo?before");
    }

    @Test
    void the_agent_sees_what_the_site_says_and_the_site_learns_what_was_not_taken() {
        shop.evaluate("window.said = []; Parley('on', 'error', (problem) => said.push(problem))");
        shop.evaluate("Parley('update', { plan: 'gold <b>', orders: 3, trial: false })");
        Locator site =
                panel.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("From the site, claimed"));
        site.getByText("gold <b>").waitFor();
        assertThat(site.innerText().split("\\s*\n\\s*"))
                .containsExactly("From the site, claimed", "orders", "3", "plan", "gold <b>", "trial", "false");

        shop.evaluate("Parley('update', { plan: ['gold'] })");
        shop.waitForCondition(
                () -> shop.evaluate("JSON.stringify(said)").toString().contains("'plan'"));
        assertThat(shop.evaluate("said[0].code")).isEqualTo("invalid");
        shop.evaluate("Parley('update', { plan: null, orders: null, trial: null })");
        site.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @Test
    void what_an_agent_notes_on_the_person_a_supervisor_sees_at_once_and_may_delete() {
        Console second = new Console(browsers);
        second.signIn("supervisor@acme.example");
        second.page().locator(".pw-team summary").click();
        second.page()
                .locator(".pw-conv", new Page.LocatorOptions().setHasText(word))
                .first()
                .click();
        Locator there = notes(second.page());
        there.waitFor();

        Locator here = notes(console.page());
        here.getByLabel("What colleagues should know").fill("Prefers <i>e-mail</i>");
        here.getByText("Add note").click();
        here.getByText("Prefers <i>e-mail</i>").waitFor();
        there.getByText("Prefers <i>e-mail</i>").waitFor();
        assertThat(here.getByLabel("What colleagues should know").inputValue()).isEmpty();

        there.getByLabel("Delete the note of").click();
        here.locator(".pw-pnote").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(widget().locator("body").innerText()).doesNotContain("e-mail</i>");
    }

    private static Locator notes(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Notes on the person"));
    }

    /** The trail is exactly this, newest first. */
    private void steps(String... paths) {
        List<String> wanted = List.of(paths);
        console.page()
                .waitForCondition(() -> wanted.equals(panel.locator(".pw-trail a").all().stream()
                        .map(link -> link.getAttribute("href").replaceFirst("^https?://[^/]+", ""))
                        .toList()));
    }

    private Frame widget() {
        shop.waitForCondition(() -> shop.frames().size() == 2);
        return shop.frames().get(1);
    }
}
