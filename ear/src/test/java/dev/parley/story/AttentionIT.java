package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A visitor who looks elsewhere learns that somebody has answered: by the launcher's badge, the title, the sound. */
@Tag("WID-14")
class AttentionIT {
    /** The launcher's root is closed to others; tones are counted; and who looks elsewhere is decided by the test. */
    private static final String WITNESS = """
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (how) { return attach.call(this, { ...how, mode: 'open' }); };
        window.tones = 0;
        const start = AudioScheduledSourceNode.prototype.start;
        AudioScheduledSourceNode.prototype.start = function (at) { window.tones++; return start.call(this, at); };
        let hidden = false;
        Object.defineProperty(document, 'hidden', { get: () => hidden });
        Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
        window.lookAway = (away) => { hidden = away; document.dispatchEvent(new Event('visibilitychange')); };
        """;

    private final RunningParley parley = RunningParley.shared();
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final Browsers browsers = new Browsers();
    private final Page page = browsers.newPerson();
    private ChatClient agent;
    private String conversation;

    @BeforeEach
    void come() {
        page.addInitScript(WITNESS);
        agent = parley.agent("agent1@acme.example");
    }

    @AfterEach
    void leave() {
        if (conversation != null) agent.ask(ChatClient.frame("close").add("conversation", conversation));
        agent.close();
        browsers.close();
    }

    @Test
    void a_closed_panel_counts_on_its_button_and_in_the_title_that_blinks_while_nobody_looks() {
        talkInTheShop();
        page.evaluate("Parley('close')");
        String plain = page.title();
        answer("One");
        badge("1");
        answer("Two");
        badge("2");
        assertThat(page.locator("parley-chat button").getAttribute("aria-label"))
                .endsWith(", 2 unread");
        assertThat(page.title()).as("whoever looks sees the badge").isEqualTo(plain);

        page.evaluate("lookAway(true)");
        titles(Set.of("(2) " + plain, plain));
        page.evaluate("document.title = 'Now in the basket'");
        titles(Set.of("(2) Now in the basket", "Now in the basket"));
        page.evaluate("lookAway(false)");
        assertThat(page.title()).isEqualTo("Now in the basket");

        page.evaluate("Parley('open')");
        page.locator("parley-chat b").waitFor(hidden());
        page.evaluate("Parley('close')");
        page.evaluate("lookAway(true)");
        assertThat(page.title()).isEqualTo("Now in the basket");
    }

    @Test
    void a_sound_is_heard_when_an_answer_comes_to_a_closed_panel() {
        talkInTheShop();
        page.evaluate("Parley('close')");
        answer("Heard");
        page.waitForCondition(() -> tones() == 2);
    }

    @Test
    void the_full_page_blinks_too() {
        page.navigate(parley.url().resolve("/chat/acme").toString());
        String plain = page.title();
        say(page.mainFrame());
        page.evaluate("lookAway(true)");
        answer("One");
        titles(Set.of("(1) " + plain, plain));
        page.evaluate("lookAway(false)");
        assertThat(page.title()).isEqualTo(plain);
    }

    private void talkInTheShop() {
        page.navigate(parley.url().resolve("/demo").toString());
        page.waitForCondition(() -> page.locator("parley-chat").count() == 1);
        page.evaluate("Parley('open')");
        panel().locator(".tile").click();
        say(panel());
    }

    private void say(Frame in) {
        in.locator("textarea").fill("Hello " + word);
        in.locator("button.send").click();
        in.locator(".meta:has-text('Sent')").waitFor();
        String waiting = "/api/v1/conversations?limit=50";
        String token = parley.rest().signIn("agent1@acme.example");
        conversation = ParleyRest.json(parley.rest().get(waiting, token)).getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.toString().contains(word))
                .map(item -> item.getString("id"))
                .findFirst()
                .orElseThrow();
        agent.ask(ChatClient.frame("presence").add("status", "available"));
        agent.ask(ChatClient.frame("accept").add("conversation", conversation));
        agent.ask(ChatClient.frame("presence").add("status", "offline"));
    }

    private void answer(String text) {
        agent.say(conversation, text);
    }

    private void badge(String count) {
        page.locator("parley-chat b", new Page.LocatorOptions().setHasText(count))
                .waitFor();
    }

    /** Exactly these titles are seen, one after the other. */
    private void titles(Set<String> wanted) {
        Set<String> seen = new HashSet<>();
        page.waitForCondition(() -> {
            seen.add(page.title());
            return seen.containsAll(wanted);
        });
        assertThat(seen).isSubsetOf(wanted);
    }

    private int tones() {
        return ((Number) panel().evaluate("tones")).intValue();
    }

    private Frame panel() {
        page.waitForCondition(() -> page.frames().size() == 2);
        return page.frames().get(1);
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
