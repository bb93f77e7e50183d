package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.Picture;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files over HTTP and the sockets, as a widget and a console send and show them. */
@Tag("CHAT-12")
class FilesIT {
    private static final byte[] PICTURE = Picture.png();

    @Test
    void a_picture_in_a_first_message_opens_the_conversation_and_reaches_the_agent_to_the_byte() {
        try (var chat = new Chat()) {
            // a visitor of its own, since the other has a conversation already
            String token = chat.parley.rest().visitor("acme");
            try (var visitor = ChatClient.connect(chat.at("/ws/visitor"), token)) {
                String file = upload(chat, token, "holiday.png", "image/png", PICTURE);

                JsonObject sent = visitor.ask(withFile(file).add("text", "My screen"));

                assertThat(sent.getInt("seq")).isEqualTo(1);
                String conversation = sent.getString("conversation");
                chat.agent.ask(frame("accept").add("conversation", conversation));
                JsonObject row = chat.agent
                        .ask(frame("history").add("conversation", conversation).add("after", 0))
                        .getJsonArray("messages")
                        .getJsonObject(0);
                JsonObject shown = row.getJsonArray("files").getJsonObject(0);
                assertThat(row.getString("kind")).isEqualTo("file");
                assertThat(row.getString("text")).isEqualTo("My screen");
                assertThat(shown.getString("name")).isEqualTo("holiday.png");
                assertThat(shown.getInt("size")).isEqualTo(PICTURE.length);
                var original = chat.parley.rest().download("/api/v1/files/" + file, chat.agentToken);
                assertThat(original.statusCode()).isEqualTo(200);
                assertThat(original.body()).isEqualTo(PICTURE);
                assertThat(original.headers().firstValue("X-Content-Type-Options"))
                        .contains("nosniff");
                var thumbnail = chat.parley.rest().download("/api/v1/files/" + file + "/thumbnail", chat.agentToken);
                assertThat(thumbnail.statusCode()).isEqualTo(200);
                assertThat(thumbnail.body()).isNotEmpty();
                visitor.ask(frame("close").add("conversation", conversation));
            }
        }
    }

    @Test
    void a_file_is_attached_by_its_uploader_only_and_once() {
        try (var chat = new Chat()) {
            String file = upload(chat, chat.visitorToken, "once.png", "image/png", PICTURE);

            assertThat(refusal(chat.agent, withFile(file).add("conversation", chat.conversation)))
                    .isIn("not-found", "invalid");
            chat.visitor.ask(withFile(file).add("conversation", chat.conversation));
            assertThat(refusal(chat.visitor, withFile(file).add("conversation", chat.conversation)))
                    .isIn("not-found", "invalid", "conflict");
            chat.agent.expect(
                    "the file",
                    f -> "file".equals(f.getString("kind", null))
                            && f.toString().contains("once.png"));
        }
    }

    @Test
    void a_page_that_calls_itself_a_picture_is_not_shown_as_one() {
        try (var chat = new Chat()) {
            byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

            var answer = chat.parley.rest().upload(chat.visitorToken, "cat.png", "image/png", page);

            if (answer.statusCode() == 201) {
                String file = ParleyRest.json(answer).getString("id");
                var download = chat.parley.rest().download("/api/v1/files/" + file, chat.visitorToken);
                assertThat(download.headers().firstValue("Content-Type").orElse(""))
                        .doesNotStartWith("image/")
                        .doesNotStartWith("text/html");
                assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
                        .startsWith("attachment");
            } else {
                assertThat(answer.statusCode()).isBetween(400, 499);
            }
        }
    }

    private static String upload(Chat chat, String token, String name, String type, byte[] file) {
        var answer = chat.parley.rest().upload(token, name, type, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ParleyRest.json(answer).getString("id");
    }

    private static JsonObjectBuilder withFile(String file) {
        return frame("send")
                .add("clientId", Chat.id())
                .add("files", Json.createArrayBuilder().add(file));
    }

    private static String refusal(ChatClient client, JsonObjectBuilder frame) {
        String ref = Chat.id();
        client.send(frame.add("ref", ref));
        JsonObject answer = client.expect("an answer", f -> ref.equals(f.getString("ref", null)));
        return answer.getString("type").equals("error") ? answer.getString("code") : answer.toString();
    }
}
