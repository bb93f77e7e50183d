package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The console in the hands of an agent who takes a conversation from the queue. */
class ConsoleIT {
    private final RunningParley parley = RunningParley.shared();
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final String token = ParleyRest.json(parley.rest()
                    .post(
                            "/api/v1/sites/acme/visitors",
                            null,
                            Json.createObjectBuilder()
                                    .add("name", "Kim " + word)
                                    .add("timeZone", "Asia/Tokyo")
                                    .add("language", "ja")
                                    .add(
                                            "page",
                                            Json.createObjectBuilder()
                                                    .add("url", "https://acme.example/tents/ridge-3")
                                                    .add("title", "Ridge 3 tent")
                                                    .add("referrer", "https://search.example/?q=tent"))
                                    .build()))
            .getString("token");
    private final ChatClient visitor = ChatClient.connect(parley.url().resolve("/ws/visitor"), token);
    private Browsers browsers;
    private Console console;
    private Page page;
    private String conversation;

    @BeforeEach
    void takeAConversation() {
        conversation = visitor.say(null, "Do you deliver to Tokyo? " + word).getString("conversation");
        browsers = new Browsers();
        console = new Console(browsers);
        console.signIn("agent2@acme.example");
        page = console.page();
        console.takeFromQueue(word);
    }

    @AfterEach
    void leave() {
        // it may be closed already
        visitor.send(ChatClient.frame("close").add("ref", "end").add("conversation", conversation));
        visitor.expect("an answer", f -> "end".equals(f.getString("ref", null)));
        visitor.close();
        browsers.close();
    }

    @Test
    @Tag("CON-7")
    void the_agent_sees_where_the_visitor_is_and_writes_down_who_it_is() {
        Locator panel = page.getByRole(
                AriaRole.COMPLEMENTARY,
                new Page.GetByRoleOptions().setName("Visitor").setExact(true));
        panel.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Ridge 3 tent"))
                .waitFor();
        assertThat(panel.innerText())
                .contains("search.example", "Japanese", "Asia/Tokyo", "claimed", "This is the first.");

        panel.getByLabel("Edit").click();
        panel.getByLabel("Name").fill("Kim Tanaka " + word);
        panel.getByLabel("E-mail").fill("kim@tokyo.example");
        panel.getByText("Save").click();
        panel.getByText("kim@tokyo.example").waitFor();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Kim Tanaka " + word))
                .waitFor();
        page.reload();
        page.locator(".pw-conv", new Page.LocatorOptions().setHasText("Kim Tanaka " + word))
                .waitFor();
    }

    @Test
    @Tag("CON-7")
    @Tag("CHAT-28")
    void earlier_conversations_of_the_visitor_are_one_click_away() {
        console.close();
        visitor.expect("the end", f -> "status".equals(f.getString("type")) && "closed".equals(f.getString("status")));
        ChatClient again = ChatClient.connect(parley.url().resolve("/ws/visitor"), token);
        String second = again.say(null, "One more thing, " + word + "-2").getString("conversation");
        console.takeFromQueue(word + "-2");
        page.locator(".pw-past", new Page.LocatorOptions().setHasText("Do you deliver to Tokyo? " + word))
                .click();
        console.seeInTimeline("Do you deliver to Tokyo? " + word);
        again.ask(ChatClient.frame("close").add("conversation", second));
        again.close();
    }

    @Test
    @Tag("CON-14")
    void everything_can_be_done_from_the_keyboard() {
        page.keyboard().press("Escape");
        page.locator("h2", new Page.LocatorOptions().setHasText("Kim " + word))
                .first()
                .click();
        page.keyboard().press("?");
        Locator keys = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keys"));
        keys.getByLabel("Single letters act outside of text fields").uncheck();
        page.keyboard().press("Escape");
        page.keyboard().press("n");
        assertThat(page.getByPlaceholder("Write a reply").isVisible()).isTrue();

        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Do anything"))
                .fill("note");
        page.keyboard().press("Enter");
        page.getByPlaceholder("Only your team sees this").waitFor();

        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Do anything"))
                .fill("busy");
        page.keyboard().press("Enter");
        page.waitForCondition(
                () -> page.getByLabel("Your presence").inputValue().equals("busy"));
        console.choosePresence("offline");
    }

    @Test
    @Tag("CON-4")
    void what_was_being_written_is_there_after_a_reload() {
        page.getByPlaceholder("Write a reply").fill("Yes, in four days " + word);
        page.reload();
        page.locator(".pw-conv", new Page.LocatorOptions().setHasText(word))
                .first()
                .click();
        page.waitForCondition(
                () -> page.getByPlaceholder("Write a reply").inputValue().equals("Yes, in four days " + word));
    }

    @Test
    @Tag("CON-2")
    void two_browsers_of_one_agent_show_the_same() {
        Console second = new Console(browsers);
        second.signIn("agent2@acme.example");
        second.ownConversation(word).click();
        console.reply("From the first browser " + word);
        second.seeInTimeline("From the first browser " + word);
        second.choosePresence("busy");
        page.waitForCondition(
                () -> page.getByLabel("Your presence").inputValue().equals("busy"));
        console.close();
        second.page().getByText("This conversation is closed.").first().waitFor();
        second.choosePresence("offline");
        page.waitForCondition(
                () -> page.getByLabel("Your presence").inputValue().equals("offline"));
    }
}
