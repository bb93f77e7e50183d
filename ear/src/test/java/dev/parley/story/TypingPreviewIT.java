package dev.parley.story;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.parley.running.Await;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An agent sees what a visitor is writing where the site has turned that on, the visitor is told, and numbers of cards never leave the browser. */
@Tag("CHAT-10")
class TypingPreviewIT {
    private final RunningParley parley = RunningParley.shared();
    private final ParleyRest rest = parley.rest();
    private final String owner = rest.signIn("admin@acme.example");
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final String key = "preview-" + word;
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void make() {
        var site = Json.createObjectBuilder().add("siteKey", key).add("name", "Preview " + word);
        assertThat(rest.post("/api/v1/sites", owner, site.build()).statusCode()).isEqualTo(201);
    }

    @AfterEach
    void leave() {
        browsers.close();
        rest.send(
                "PUT",
                "/api/v1/sites",
                owner,
                Json.createObjectBuilder()
                        .add("siteKey", key)
                        .add("archived", true)
                        .build());
    }

    @Test
    void an_agent_sees_what_is_being_written_and_never_a_whole_card() {
        Page settings = browsers.newPerson();
        settings.navigate(url("/login?next=/portal/site%3Fkey=" + key + "%26part=ask"));
        settings.getByLabel("E-mail").fill("admin@acme.example");
        settings.getByLabel("Password").fill(ParleyRest.PASSWORD);
        settings.waitForNavigation(() -> settings.locator("#go").click());
        settings.locator("#askPreview").check();
        settings.waitForNavigation(() -> settings.locator("#save").click());
        PlaywrightAssertions.assertThat(settings.locator("#askPreview")).isChecked();

        var sent = new CopyOnWriteArrayList<String>();
        Page widget = browsers.newPerson();
        widget.onWebSocket(socket -> socket.onFrameSent(f -> sent.add(f.text())));
        widget.navigate(url("/chat/" + key + "?lang=en"));
        widget.getByText("Our team can see what you write before you send it.").waitFor();
        Locator field = widget.getByLabel("Your message");
        Locator email = widget.getByLabel("E-mail");
        if (email.count() > 0) email.fill("mia@example.org");
        field.fill("Hello " + word);
        field.press("Enter");
        widget.locator(".m.me .meta:has-text('Sent')").waitFor();

        JsonObject away = Json.createObjectBuilder().add("status", "offline").build();
        rest.send("PUT", "/api/v1/agents/me/presence", rest.signIn("agent1@acme.example"), away);
        Console console = new Console(browsers);
        console.signIn("agent1@acme.example");
        console.page().locator(".pw-conv:has-text('" + word + "')").first().click();
        console.seeInTimeline("Hello " + word);
        field.pressSequentially("My card 4111 1111 1111 1111 and DE89 3704 0044 0532 0130 00, please");
        Locator preview = console.page().locator(".pw-unsaid");
        PlaywrightAssertions.assertThat(preview)
                .hasText("My card •••• •••• •••• •••• and •••• •••• •••• •••• •••• ••, please");
        assertThat(sent).anyMatch(f -> f.contains("\"preview\""));
        assertThat(sent).noneMatch(f -> f.contains("4111 111") || f.contains("3704"));
        field.fill("No card");
        PlaywrightAssertions.assertThat(preview).hasText("No card");
        field.press("Enter");
        PlaywrightAssertions.assertThat(preview).hasCount(0);
        console.seeInTimeline("No card");
    }

    @Test
    void what_is_being_written_is_dropped_unless_the_site_wants_it_and_is_for_agents_only() {
        String token = rest.visitor(key);
        try (ChatClient visitor = ChatClient.connect(parley.url().resolve("/ws/visitor"), token);
                ChatClient elsewhere = ChatClient.connect(parley.url().resolve("/ws/visitor"), token);
                ChatClient agent = parley.agent("agent2@acme.example")) {
            String conversation = visitor.say(null, "Hello " + word).getString("conversation");
            agent.ask(frame("open").add("conversation", conversation));

            write(visitor, conversation, "first");
            assertThat(agent.expect("typing").containsKey("preview")).isFalse();
            form("{\"typingPreview\": true}");
            write(visitor, conversation, "x".repeat(600) + "😀 second");
            Await.until(
                    "it is shown",
                    Duration.ofSeconds(20),
                    () -> agent.heard().stream()
                            .anyMatch(f -> f.getString("preview", "").endsWith("😀 second")));
            assertThat(agent.heard()).allMatch(f -> f.getString("preview", "").length() <= 500);
            form("{\"typingPreview\": false}");
            write(visitor, conversation, "third");
            visitor.ask(frame("history").add("conversation", conversation).add("after", 0));
            elsewhere.send(frame("ping"));
            elsewhere.expect("pong");
            assertThat(agent.heard().toString()).doesNotContain("first").doesNotContain("third");
            assertThat(elsewhere.heard().toString()).doesNotContain("\"preview\":");
        }
    }

    private static void write(ChatClient visitor, String conversation, String words) {
        visitor.send(frame("typing")
                .add("conversation", conversation)
                .add("on", true)
                .add("preview", words));
    }

    private void form(String form) {
        var what = Json.createObjectBuilder().add("siteKey", key).add("form", ParleyRest.json(form));
        assertThat(rest.send("PUT", "/api/v1/sites", owner, what.build()).statusCode())
                .isEqualTo(200);
    }

    private String url(String path) {
        return parley.url().resolve(path).toString();
    }
}
