package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.Await;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the company's people know of a visitor, and who else never learns it. */
@Tag("CON-7")
class VisitorKnownIT {
    @Test
    void the_agent_learns_at_once_that_the_visitor_has_gone_on_and_where_it_was_before() {
        try (var chat = new Chat();
                ChatClient stranger = chat.parley.agent("agent@globex.example")) {
            walk(chat.visitor, "https://shop.example/tents", "Tents");
            String visitor = chat.agent.expect("visitor").getString("visitor");
            walk(chat.visitor, "https://shop.example/tents/ridge-3", null);
            walk(chat.visitor, "https://shop.example/tents/ridge-3", "Ridge 3");

            Await.until(
                    "the title is there",
                    Duration.ofSeconds(20),
                    () -> titles(chat).equals(List.of("Ridge 3", "Tents")));
            JsonObject facts = facts(chat);
            assertThat(facts.getString("id")).isEqualTo(visitor);
            assertThat(facts.getJsonObject("page").getString("url")).endsWith("/ridge-3");
            done(chat.visitor);
            done(stranger);
            assertThat(chat.visitor.heard()).noneMatch(f -> "visitor".equals(f.getString("type")));
            assertThat(stranger.heard().toString()).doesNotContain(visitor);
        }
    }

    @Test
    void whoever_has_not_talked_yet_is_not_followed() {
        try (var chat = new Chat()) {
            String token = chat.parley.rest().visitor("acme");
            try (ChatClient silent = ChatClient.connect(chat.at("/ws/visitor"), token)) {
                walk(silent, "https://shop.example/before", "Before");
                done(silent);
                String conversation = silent.say(null, "Now I talk").getString("conversation");
                walk(silent, "https://shop.example/after", "After");
                done(silent);

                JsonObject facts = facts(chat, conversation);
                assertThat(facts.toString()).contains("/after").doesNotContain("/before");
                silent.ask(frame("close").add("conversation", conversation));
            }
        }
    }

    @Test
    void the_last_twenty_pages_are_kept_each_within_its_bounds() {
        try (var chat = new Chat()) {
            walk(chat.visitor, "javascript:alert(1)", "No page");
            for (int i = 1; i <= 22; i++) walk(chat.visitor, "https://shop.example/" + i, "Page " + i);
            walk(chat.visitor, "https://shop.example/" + "x".repeat(3000), "t".repeat(300));
            done(chat.visitor);

            List<JsonObject> pages = facts(chat).getJsonArray("pages").getValuesAs(JsonObject.class);
            assertThat(pages).hasSize(20);
            assertThat(pages.get(0).getString("url")).hasSize(2000);
            assertThat(pages.get(0).getString("title")).hasSize(200);
            assertThat(pages.get(19).getString("title")).isEqualTo("Page 4");
        }
    }

    @Test
    void a_page_without_an_address_is_refused() {
        try (var chat = new Chat()) {
            chat.visitor.send(frame("page").add("ref", "p").add("title", "Nowhere"));
            assertThat(chat.visitor.expect("error").getString("code")).isEqualTo("invalid");
            chat.agent.send(frame("page").add("url", "https://shop.example/"));
            assertThat(chat.agent.expect("error").getString("code")).isEqualTo("forbidden");
        }
    }

    private static void walk(ChatClient visitor, String url, String title) {
        var page = frame("page").add("url", url);
        if (title != null) page.add("title", title);
        visitor.send(page);
    }

    /** What was said before is done when the pong is there. */
    private static void done(ChatClient client) {
        client.send(frame("ping"));
        client.expect("pong");
    }

    private static List<String> titles(Chat chat) {
        return facts(chat).getJsonArray("pages").getValuesAs(JsonObject.class).stream()
                .map(page -> page.getString("title", ""))
                .toList();
    }

    private static JsonObject facts(Chat chat) {
        return facts(chat, chat.conversation);
    }

    private static JsonObject facts(Chat chat, String conversation) {
        return ParleyRest.json(
                chat.parley.rest().get("/api/v1/conversations/" + conversation + "/visitor", chat.agentToken));
    }
}
