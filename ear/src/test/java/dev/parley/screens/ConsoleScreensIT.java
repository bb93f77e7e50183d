package dev.parley.screens;

import static dev.parley.running.ChatClient.frame;

import com.microsoft.playwright.Page;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import dev.parley.story.Browsers;
import dev.parley.story.Console;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An hour of the console, with a picture of each state; as {@link WidgetScreensIT}. */
@Tag("CON-1")
@Tag("CON-15")
class ConsoleScreensIT {
    private static final Look WIDE = new Look("", 1440, 900, Look.DESKTOP.scheme(), "en");
    private static final Look SMALL = new Look("", 1024, 768, Look.DESKTOP.scheme(), "en");
    private static final Look DARK = new Look("", 1440, 900, Look.DARK.scheme(), "en");

    private final Album album = new Album();
    private final List<ChatClient> visitors = new ArrayList<>();
    private RunningParley parley;
    private Page page;

    @Test
    void every_state_of_the_console_is_there_and_axe_finds_nothing_in_it() {
        try (RunningParley own = RunningParley.start(Map.of());
                Browsers browsers = new Browsers()) {
            parley = own;
            page = browsers.newPerson(WIDE.options());
            Console console = new Console(page, own);
            console.signIn("agent1@acme.example");
            page.getByText("No chat rings here now").waitFor();
            take("console-silent");
            page.locator(".pw-empty .go").click();
            page.getByText("All answered").waitFor();
            take("console-empty");
            arrives("Mia Berger", "Hello. One of the poles of my Ridge 3 tent is broken.");
            console.offer().waitFor();
            take("console-ringing");
            console.accept();
            console.seeInTimeline("poles of my Ridge 3");
            talk(console);
            arrives(
                    "Wilhelmine von Hohenstein-Rechnungsklärung",
                    "Where is order 4711? ".repeat(8).strip());
            console.accept();
            arrives("Óscar Núñez", "¿Hacen envíos a Canarias?");
            console.offer().waitFor();
            console.ownConversation("Saturday").click();
            looks(browsers);
            dialogs();
        } finally {
            visitors.forEach(ChatClient::close);
        }
        album.axeFoundNothing();
    }

    private void talk(Console console) {
        ChatClient mia = visitors.get(0);
        String conversation = mia.expect("assigned").getString("conversation");
        console.reply("Oh dear. I look what we can do. Which one is it, **front** or back?");
        mia.expect("a reply", f -> f.getString("text", "").startsWith("Oh dear"));
        page.getByText("Note", new Page.GetByTextOptions().setExact(true)).click();
        page.getByPlaceholder("Only your team sees this").fill("The workshop has poles of the old series, ask Jonas.");
        page.keyboard().press("Enter");
        console.seeInTimeline("The workshop has poles");
        page.getByText("Reply", new Page.GetByTextOptions().setExact(true)).click();
        mia.say(conversation, "The front one. By Saturday, if that is possible?");
        console.seeInTimeline("By Saturday");
    }

    private void looks(Browsers browsers) {
        take("console");
        page.setViewportSize(SMALL.width(), SMALL.height());
        take("console-1024");
        page.setViewportSize(Look.PHONE.width(), Look.PHONE.height());
        take("console-phone-chat");
        page.getByLabel("Back to the list").click();
        take("console-phone-list");
        page.setViewportSize(WIDE.width(), WIDE.height());
        Page dark = browsers.newPerson(DARK.options());
        Console second = new Console(dark, parley);
        second.signIn("agent1@acme.example");
        second.ownConversation("Saturday").click();
        second.seeInTimeline("By Saturday");
        dark.locator(".pw-kv a").getByText("Ridge 3 tent").waitFor();
        album.take("console-dark", dark, null, dark.mainFrame());
        dark.context().close();
    }

    private void dialogs() {
        page.locator(".pw-conv").first().click();
        page.keyboard().press("Control+k");
        page.locator(".palette input").fill("note");
        take("console-palette");
        page.keyboard().press("Escape");
        page.locator(".pw-head h2").click();
        page.keyboard().press("?");
        page.locator("dialog.keys").waitFor();
        take("console-keys");
        page.keyboard().press("Escape");
        page.getByLabel("Transfer", new Page.GetByLabelOptions().setExact(true)).click();
        page.locator("dialog select option")
                .first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        take("console-transfer");
        page.keyboard().press("Escape");
    }

    private void arrives(String name, String text) {
        var arrival = Json.createObjectBuilder()
                .add("name", name)
                .add("email", "someone@customer.example")
                .add("timeZone", "Europe/Madrid")
                .add("language", "es")
                .add(
                        "page",
                        Json.createObjectBuilder()
                                .add("url", "https://acme.example/tents/ridge-3")
                                .add("title", "Ridge 3 tent")
                                .add("referrer", "https://search.example/?q=tent"));
        String token = ParleyRest.json(parley.rest().post("/api/v1/sites/acme/visitors", null, arrival.build()))
                .getString("token");
        ChatClient visitor = ChatClient.connect(parley.url().resolve("/ws/visitor"), token);
        visitors.add(visitor);
        visitor.ask(frame("send")
                .add("clientId", java.util.UUID.randomUUID().toString())
                .add("text", text));
    }

    private void take(String name) {
        album.take(name, page, null, page.mainFrame());
    }
}
