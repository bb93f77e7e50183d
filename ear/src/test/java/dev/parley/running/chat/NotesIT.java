package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Internal notes: every frame and every REST answer that a visitor gets is read, and none has a word of one. */
class NotesIT {
    private static final String SECRET = "canary-5d1f-only-the-team";

    @Test
    @Tag("CHAT-8")
    @Tag("SEC-3")
    void nothing_that_a_visitor_gets_has_a_note_in_it() {
        try (var chat = new Chat()) {
            JsonObject written = chat.agent.ask(frame("note")
                    .add("clientId", Chat.id())
                    .add("conversation", chat.conversation)
                    .add("text", SECRET));
            int after = written.getJsonObject("note").getInt("after");
            chat.agent.say(chat.conversation, "All good");

            chat.visitor.expect("the answer", f -> "All good".equals(f.getString("text", null)));
            chat.history();
            chat.visitor.send(frame("ping"));
            chat.visitor.expect("pong");
            try (var back = chat.visitorWith(Map.of(chat.conversation, 0L))) {
                back.expect("the answer again", f -> "All good".equals(f.getString("text", null)));
                assertThat(back.heard().toString()).doesNotContain(SECRET).doesNotContain("\"note");
            }
            assertThat(chat.visitor.heard().toString()).doesNotContain(SECRET).doesNotContain("\"note");
            for (String path : new String[] {
                "/api/v1/conversations/" + chat.conversation,
                "/api/v1/conversations/" + chat.conversation + "/messages?after=0",
                "/api/v1/conversations?q=canary",
                "/api/v1/sites/acme",
            }) {
                assertThat(chat.parley.rest().get(path, chat.visitorToken).body())
                        .doesNotContain(SECRET);
            }
            // the control: a colleague finds it, behind the message it was written after
            JsonObject colleagues = chat.agent.ask(
                    frame("history").add("conversation", chat.conversation).add("after", after));
            assertThat(colleagues.toString()).contains(SECRET);
        }
    }

    @Test
    @Tag("CHAT-8")
    void a_visitor_cannot_write_one_either() {
        try (var chat = new Chat()) {
            chat.visitor.send(frame("note")
                    .add("ref", "n")
                    .add("clientId", Chat.id())
                    .add("conversation", chat.conversation)
                    .add("text", SECRET));

            JsonObject answer = chat.visitor.expect("an answer", f -> "n".equals(f.getString("ref", null)));
            assertThat(answer.getString("code")).isEqualTo("forbidden");
        }
    }
}
