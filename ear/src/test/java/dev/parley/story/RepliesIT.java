package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A visitor's panel and an agent's console: each answers a particular message of the other, and finds the way back to it. */
@Tag("CHAT-16")
class RepliesIT {
    /** More than the two newest pages. */
    private static final int MANY = 120;

    private final RunningParley parley = RunningParley.shared();
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final String question = "Do you have the tent in blue? " + word;
    private Browsers browsers;
    private Page panel;
    private Console console;
    private Page desk;

    @BeforeEach
    void begin() {
        browsers = new Browsers();
        panel = browsers.newPerson();
        panel.navigate(parley.url().resolve("/chat/acme").toString());
        write(question);
        console = new Console(browsers);
        console.signIn("agent2@acme.example");
        console.takeFromQueue(word);
        desk = console.page();
    }

    @AfterEach
    void end() {
        console.close();
        browsers.close();
    }

    @Test
    @Tag("CON-4")
    void the_agent_quotes_and_the_visitor_sees_what_is_meant_and_goes_there() {
        said(desk, question)
                .getByRole(AriaRole.BUTTON, named("Reply to this message"))
                .click();
        desk.locator(".pw-replying .words", withText(question)).waitFor();
        desk.locator(".pw-composer textarea:focus").waitFor();
        desk.keyboard().type("Only in green");
        desk.keyboard().press("Enter");
        desk.waitForCondition(() -> desk.locator(".pw-replying").count() == 0);

        Locator quote = said(panel, "Only in green").getByRole(AriaRole.LINK);
        quote.waitFor();
        assertThat(quote.innerText()).contains("You", question);
        quote.click();
        panel.waitForCondition(() -> focused(panel).contains(question));
        assertThat(quotedIn(said(desk, "Only in green"))).contains(question);
    }

    @Test
    void the_visitor_quotes_and_the_agent_sees_what_is_meant_and_goes_there() {
        console.reply("Only in green");
        Locator bubble = said(panel, "Only in green");
        bubble.hover();
        bubble.getByRole(AriaRole.BUTTON, named("Reply to Ben Agent")).click();
        panel.locator(".replying", withText("Only in green")).waitFor();
        // left out, and taken again
        panel.keyboard().press("Escape");
        panel.waitForCondition(() -> panel.locator(".replying").count() == 0);
        bubble.getByRole(AriaRole.BUTTON, named("Reply to Ben Agent")).press("Enter");
        write("How green?");

        Locator quote = said(desk, "How green?").getByRole(AriaRole.LINK);
        assertThat(quotedIn(said(desk, "How green?"))).contains("You", "Only in green");
        quote.click();
        desk.waitForCondition(() -> focused(desk).contains("Only in green"));
        assertThat(quotedIn(said(panel, "How green?"))).contains("Ben Agent", "Only in green");
        assertThat(panel.locator(".replying").count()).isZero();
    }

    @Test
    @Tag("CON-4")
    void a_key_quotes_escape_leaves_it_out_and_a_reload_keeps_it() {
        desk.keyboard().press("Escape");
        desk.keyboard().press("q");
        Locator replying = desk.locator(".pw-replying", withText(question));
        replying.waitFor();
        desk.locator(".pw-composer textarea:focus").waitFor();
        desk.keyboard().type("Blue, no");
        desk.reload();
        console.ownConversation(word).click();
        replying.waitFor();
        assertThat(desk.getByPlaceholder("Write a reply").inputValue()).isEqualTo("Blue, no");

        // a note quotes nothing, and the quote waits
        desk.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Note").setExact(true))
                .click();
        desk.waitForCondition(() -> replying.count() == 0);
        desk.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Reply").setExact(true))
                .click();
        replying.waitFor();
        desk.getByPlaceholder("Write a reply").press("Escape");
        desk.waitForCondition(() -> replying.count() == 0);
        desk.getByPlaceholder("Write a reply").press("Enter");

        said(panel, "Blue, no").waitFor();
        assertThat(said(panel, "Blue, no").getByRole(AriaRole.LINK).count()).isZero();
    }

    @Test
    void what_is_quoted_may_be_pages_away() {
        try (ChatClient agent = parley.agent("agent2@acme.example")) {
            String conversation = conversation();
            JsonObject page = agent.ask(ChatClient.frame("history")
                    .add("conversation", conversation)
                    .add("after", 0)
                    .add("limit", 1));
            String first = page.getJsonArray("messages").getJsonObject(0).getString("id");
            for (int i = 0; i < MANY; i++) agent.say(conversation, "Line " + i);
            agent.ask(ChatClient.frame("send")
                    .add("clientId", UUID.randomUUID().toString())
                    .add("conversation", conversation)
                    .add("text", "Still only in green")
                    .add("replyTo", first));
        }
        desk.reload();
        console.ownConversation("Still only in green").click();
        panel.reload();

        assertThat(quotedIn(said(desk, "Still only in green"))).contains("An earlier message");
        said(desk, "Still only in green").getByRole(AriaRole.LINK).click();
        desk.waitForCondition(() -> focused(desk).contains(question));
        assertThat(quotedIn(said(panel, "Still only in green"))).contains("Earlier messages");
        said(panel, "Still only in green").getByRole(AriaRole.LINK).click();
        panel.waitForCondition(() -> focused(panel).contains(question));
        assertThat(quotedIn(said(panel, "Still only in green"))).contains(question);
    }

    /** What a message says is above its quote's words: the quoting one is the last with them. */
    private static Locator said(Page page, String words) {
        return page.locator(":is(.m, .pw-msg)", withText(words)).last();
    }

    private static String quotedIn(Locator message) {
        Locator quote = message.getByRole(AriaRole.LINK);
        quote.waitFor();
        return quote.innerText();
    }

    /** The words of the message that has the focus. */
    private static String focused(Page page) {
        return (String)
                page.evaluate("document.activeElement.matches('.m, .pw-msg') ? document.activeElement.innerText : ''");
    }

    private void write(String words) {
        panel.locator("textarea").fill(words);
        panel.keyboard().press("Enter");
        panel.waitForCondition(() -> panel.locator("textarea").inputValue().isEmpty());
    }

    private String conversation() {
        return ParleyRest.json(parley.rest()
                        .get("/api/v1/conversations?q=" + word, parley.rest().signIn("agent2@acme.example")))
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
