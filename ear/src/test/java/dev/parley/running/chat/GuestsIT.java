package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.Await;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GuestsIT {
    private static final String COLLEAGUE = "agent2@acme.example";

    @Test
    @Tag("CON-6")
    void a_colleague_is_asked_in_takes_part_and_goes_again() {
        try (var chat = new Chat();
                ChatClient guest = colleague(chat, "busy")) {
            chat.agent.ask(invitation(chat).add("comment", "Knows the Ridge tents"));

            // the note and the standing come from different workers, in either order
            Await.until(
                    "the invitation",
                    Duration.ofSeconds(20),
                    () -> heard(guest, "Knows the Ridge tents") && heard(guest, "\"participants\":[{"));
            assertThat(guest.heard().toString()).contains("Anna Agent\"},{", "Ben Agent\"}]");
            guest.say(chat.conversation, "Hello, Ben here");
            JsonObject heard =
                    chat.visitor.expect("the guest", f -> "Hello, Ben here".equals(f.getString("text", null)));
            assertThat(heard.getJsonObject("author").getString("name")).isEqualTo("Ben Agent");
            assertThat(owner(chat)).isEqualTo("Anna Agent");

            guest.ask(frame("leave").add("conversation", chat.conversation));
            chat.visitor.expect("left", f -> event(f).equals("left"));
            chat.visitor.say(chat.conversation, "Thank you both");
            chat.agent.expect("the thanks", f -> "Thank you both".equals(f.getString("text", null)));
            guest.send(frame("ping"));
            guest.expect("pong");
            assertThat(guest.heard().toString()).doesNotContain("Thank you both");
            assertThat(chat.history().toString() + chat.visitor.heard())
                    .contains("joined", "left")
                    .doesNotContain("Knows the Ridge");
        }
    }

    @Test
    @Tag("CON-6")
    void nobody_is_asked_in_twice_or_while_not_there_and_the_owner_does_not_just_leave() {
        try (var chat = new Chat()) {
            try (ChatClient guest = colleague(chat, "offline")) {
                assertThat(answer(chat, invitation(chat)).getString("code")).isEqualTo("conflict");
                guest.ask(frame("presence").add("status", "away"));
                chat.agent.ask(invitation(chat));
                assertThat(answer(chat, invitation(chat)).getString("code")).isEqualTo("conflict");
                guest.ask(frame("presence").add("status", "offline"));
            }
            assertThat(answer(chat, frame("leave").add("conversation", chat.conversation))
                            .getString("code"))
                    .isEqualTo("conflict");
            assertThat(owner(chat)).isEqualTo("Anna Agent");
        }
    }

    @Test
    @Tag("CON-2")
    void a_supervisor_sets_a_colleagues_presence_and_the_colleague_learns_why() {
        try (var chat = new Chat()) {
            String me = id(chat.agentToken);
            JsonObject away = Json.createObjectBuilder()
                    .add("status", "away")
                    .add("reason", "Training")
                    .build();
            String path = "/api/v1/agents/" + me + "/presence";
            assertThat(chat.parley
                            .rest()
                            .send("PUT", path, chat.agentToken, away)
                            .statusCode())
                    .isEqualTo(403);

            String supervisor = chat.parley.rest().signIn("supervisor@acme.example");
            assertThat(chat.parley.rest().send("PUT", path, supervisor, away).statusCode())
                    .isEqualTo(200);
            JsonObject told = chat.agent.expect(
                    "away", f -> "presence".equals(f.getString("type")) && "away".equals(f.getString("status", "")));
            assertThat(told.getString("reason")).isEqualTo("Training");
        }
    }

    private static ChatClient colleague(Chat chat, String presence) {
        ChatClient guest = chat.parley.agent(COLLEAGUE);
        guest.ask(frame("presence").add("status", presence));
        return guest;
    }

    private static JsonObjectBuilder invitation(Chat chat) {
        return frame("invite")
                .add("conversation", chat.conversation)
                .add("agent", id(chat.parley.rest().signIn(COLLEAGUE)));
    }

    private static String id(String token) {
        return ParleyRest.json(RunningParley.shared().rest().get("/api/v1/agents/me/presence", token))
                .getString("agent");
    }

    private static boolean heard(ChatClient client, String words) {
        return client.heard().stream().anyMatch(frame -> frame.toString().contains(words));
    }

    private static JsonObject answer(Chat chat, JsonObjectBuilder question) {
        String ref = Chat.id();
        chat.agent.send(question.add("ref", ref));
        return chat.agent.expect("an answer", f -> ref.equals(f.getString("ref", null)));
    }

    private static String event(JsonObject frame) {
        return frame.containsKey("event") ? frame.getJsonObject("event").getString("type") : "";
    }

    private static String owner(Chat chat) {
        return ParleyRest.json(chat.parley.rest().get("/api/v1/conversations/" + chat.conversation, chat.agentToken))
                .getJsonObject("agent")
                .getString("name");
    }
}
