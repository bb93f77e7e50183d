package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.Picture;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A message may answer another one of the same conversation, by the socket and by REST; and nothing else. */
@Tag("CHAT-16")
class QuotesIT {
    @Test
    void each_side_answers_a_message_of_the_other_and_everybody_learns_which() {
        try (var chat = new Chat()) {
            String asked = chat.visitor.say(chat.conversation, "Blue or red?").getString("id");
            String answered =
                    chat.agent.ask(answer(chat, asked).add("text", "Blue")).getString("id");
            JsonObject heard = chat.visitor.expect("the answer", f -> "Blue".equals(f.getString("text", null)));
            chat.visitor.ask(answer(chat, answered).add("text", "Why?"));
            chat.agent.expect("the question", f -> answered.equals(f.getString("replyTo", null)));

            assertThat(heard.getString("replyTo")).isEqualTo(asked);
            assertThat(chat.history().getJsonArray("messages").getValuesAs(JsonObject.class).stream()
                            .filter(row -> row.containsKey("replyTo"))
                            .map(row -> row.getString("text") + " " + row.getString("replyTo")))
                    .containsExactly("Blue " + asked, "Why? " + answered);
            try (var back = chat.visitorWith(Map.of(chat.conversation, 0L))) {
                back.expect("the answer again", f -> asked.equals(f.getString("replyTo", null)));
            }
        }
    }

    @Test
    void a_file_is_quoted_and_quotes() {
        try (var chat = new Chat()) {
            String file = ParleyRest.json(
                            chat.parley.rest().upload(chat.visitorToken, "tent.png", "image/png", Picture.png()))
                    .getString("id");
            String hello =
                    chat.history().getJsonArray("messages").getJsonObject(0).getString("id");
            String shown = chat.visitor
                    .ask(answer(chat, hello)
                            .add("text", "")
                            .add("files", Json.createArrayBuilder().add(file)))
                    .getString("id");

            chat.agent.expect("the file", f -> hello.equals(f.getString("replyTo", null)));
            chat.agent.ask(answer(chat, shown).add("text", "A fine tent"));

            chat.visitor.expect("the answer", f -> shown.equals(f.getString("replyTo", null)));
        }
    }

    @Test
    void an_event_another_conversations_message_and_one_that_is_not_there_are_invalid() {
        try (var chat = new Chat();
                ChatClient stranger = chat.parley.visitor("acme")) {
            JsonObject theirs = stranger.say(null, "Not yours");
            JsonObject event = chat.history().getJsonArray("messages").getValuesAs(JsonObject.class).stream()
                    .filter(row -> row.getString("kind").equals("event"))
                    .findFirst()
                    .orElseThrow();
            for (String wrong : List.of(
                    event.getString("id"),
                    theirs.getString("id"),
                    chat.conversation + "-4711",
                    chat.conversation,
                    "nonsense")) {
                assertThat(code(chat.visitor, chat, wrong))
                        .as("visitor, %s", wrong)
                        .isEqualTo("invalid");
                assertThat(code(chat.agent, chat, wrong)).as("agent, %s", wrong).isEqualTo("invalid");
                HttpResponse<String> refused = rest(chat, wrong, "Blue");
                assertThat(refused.statusCode()).as("REST, %s", wrong).isEqualTo(400);
                assertThat(ParleyRest.json(refused).getString("code")).isEqualTo("invalid");
            }
            assertThat(chat.history().toString()).doesNotContain("replyTo");
            stranger.ask(frame("close").add("conversation", theirs.getString("conversation")));
        }
    }

    @Test
    void rest_answers_a_message_too() {
        try (var chat = new Chat()) {
            String asked = chat.visitor.say(chat.conversation, "Blue or red?").getString("id");

            assertThat(rest(chat, asked, "Red").statusCode()).isEqualTo(201);

            JsonObject heard = chat.visitor.expect("the answer", f -> "Red".equals(f.getString("text", null)));
            assertThat(heard.getString("replyTo")).isEqualTo(asked);
        }
    }

    private static JsonObjectBuilder answer(Chat chat, String replyTo) {
        return frame("send")
                .add("clientId", Chat.id())
                .add("conversation", chat.conversation)
                .add("replyTo", replyTo);
    }

    private static String code(ChatClient who, Chat chat, String replyTo) {
        String ref = Chat.id();
        who.send(answer(chat, replyTo).add("ref", ref).add("text", "Blue"));
        JsonObject answer = who.expect("an answer", f -> ref.equals(f.getString("ref", null)));
        assertThat(answer.getString("type")).as(answer.toString()).isEqualTo("error");
        assertThat(answer.getBoolean("retry", false)).isFalse();
        return answer.getString("code");
    }

    private static HttpResponse<String> rest(Chat chat, String replyTo, String text) {
        JsonObject message = Json.createObjectBuilder()
                .add("clientId", Chat.id())
                .add("text", text)
                .add("replyTo", replyTo)
                .build();
        return chat.parley
                .rest()
                .post("/api/v1/conversations/" + chat.conversation + "/messages", chat.agentToken, message);
    }
}
