package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.Await;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CON-5")
class MentionedIT {
    private static final String COLLEAGUE = "agent2@acme.example";

    @Test
    void whoever_a_note_names_is_told_in_every_window_until_the_conversation_was_in_front() {
        try (var chat = new Chat();
                ChatClient colleague = chat.parley.agent(COLLEAGUE);
                ChatClient window = chat.parley.agent(COLLEAGUE);
                ChatClient other = chat.parley.agent("supervisor@acme.example")) {
            note(chat, "@Ben Agent, do you know this pump?");

            for (ChatClient named : List.of(colleague, window)) {
                JsonObject mention = named.expect("mention");
                assertThat(mention.getString("conversation")).isEqualTo(chat.conversation);
                assertThat(mention.getJsonObject("by").getString("name")).isEqualTo("Anna Agent");
                assertThat(mention.getString("text")).isEqualTo("@Ben Agent, do you know this pump?");
            }
            assertThat(unseen(chat)).containsExactly(chat.conversation);

            colleague.ask(frame("view").add("conversation", chat.conversation));
            JsonObject seen =
                    window.expect("mention", f -> "mention".equals(f.getString("type")) && !f.containsKey("by"));
            assertThat(seen.getString("conversation")).isEqualTo(chat.conversation);
            assertThat(unseen(chat)).isEmpty();

            for (ChatClient silent : List.of(chat.visitor, chat.agent, other)) {
                silent.send(frame("ping"));
                silent.expect("pong");
                assertThat(silent.heard()).noneMatch(f -> "mention".equals(f.getString("type")));
            }
        }
    }

    @Test
    void whoever_has_the_conversation_in_front_already_has_seen_it() {
        try (var chat = new Chat();
                ChatClient colleague = chat.parley.agent(COLLEAGUE)) {
            colleague.ask(frame("view").add("conversation", chat.conversation));
            note(chat, "@Ben Agent, as you are here");

            Await.until("it is seen", Duration.ofSeconds(20), () -> unseen(chat).isEmpty());
            JsonObject first = colleague.expect("mention");
            assertThat(first.containsKey("by")).isFalse();
        }
    }

    private static void note(Chat chat, String text) {
        chat.agent.ask(frame("note")
                .add("clientId", Chat.id())
                .add("conversation", chat.conversation)
                .add("text", text));
    }

    private static List<String> unseen(Chat chat) {
        var rest = chat.parley.rest();
        return ParleyRest.json(rest.get("/api/v1/mentions", rest.signIn(COLLEAGUE))).getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .map(conversation -> conversation.getString("id"))
                .toList();
    }
}
