package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeliveryIT {
    @Test
    @Tag("CHAT-2")
    void the_same_message_over_two_sockets_and_rest_is_one_row_with_one_answer() {
        try (var chat = new Chat();
                var second = ChatClient.connect(chat.at("/ws/agent"), chat.agentToken)) {
            String clientId = Chat.id();
            var send = Json.createObjectBuilder()
                    .add("type", "send")
                    .add("clientId", clientId)
                    .add("conversation", chat.conversation)
                    .add("text", "once");

            JsonObject one = chat.agent.ask(Json.createObjectBuilder(send.build()));
            JsonObject two = second.ask(frame("send")
                    .add("clientId", clientId)
                    .add("conversation", chat.conversation)
                    .add("text", "once"));
            var body = Json.createObjectBuilder()
                    .add("clientId", clientId)
                    .add("text", "once")
                    .build();
            var three = chat.parley
                    .rest()
                    .post("/api/v1/conversations/" + chat.conversation + "/messages", chat.agentToken, body);

            assertThat(three.statusCode()).isEqualTo(200);
            assertThat(List.of(two.getInt("seq"), ParleyRest.json(three).getInt("seq")))
                    .containsOnly(one.getInt("seq"));
            assertThat(chat.history().getJsonArray("messages").getValuesAs(JsonObject.class).stream()
                            .filter(m -> m.getString("clientId").equals(clientId)))
                    .hasSize(1);
        }
    }

    @Test
    @Tag("CHAT-3")
    void everybody_sees_one_order_without_a_gap_when_both_sides_write_at_once() {
        try (var chat = new Chat()) {
            for (int i = 0; i < 30; i++) {
                chat.visitor.send(said(chat, "v" + i));
                chat.agent.send(said(chat, "a" + i));
            }
            // or the end would overtake the slower socket
            chat.agent.ask(said(chat, "the agent's last"));
            var last = chat.visitor.ask(said(chat, "end"));
            chat.agent.expect("the end", f -> "end".equals(f.getString("text", null)));

            List<Integer> visitors = seqs(chat.visitor);
            List<Integer> agents = seqs(chat.agent);
            assertThat(visitors).isSorted().doesNotHaveDuplicates();
            assertThat(agents).isSorted().doesNotHaveDuplicates();
            assertThat(visitors)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, last.getInt("seq")).boxed().toList());
        }
    }

    @Test
    @Tag("CHAT-4")
    void a_client_that_comes_back_first_gets_exactly_what_it_missed() {
        try (var chat = new Chat()) {
            int known = chat.visitor.say(chat.conversation, "before the tunnel").getInt("seq");
            for (int i = 1; i <= 120; i++) chat.agent.send(said(chat, "missed " + i));
            chat.agent.expect("all sent", f -> f.getString("type").equals("sent") && f.getInt("seq") == known + 120);

            try (var back = chat.visitorWith(Map.of(chat.conversation, (long) known))) {
                back.expect(
                        "the last missed",
                        f -> f.getString("type").equals("message") && f.getInt("seq") == known + 120);

                assertThat(back.heard().get(0).getString("type")).isEqualTo("welcome");
                assertThat(seqs(back))
                        .containsExactlyElementsOf(IntStream.rangeClosed(known + 1, known + 120)
                                .boxed()
                                .toList());
            }
        }
    }

    @Test
    @Tag("CHAT-4")
    @Tag("CHAT-6")
    void the_answer_to_a_ping_carries_the_heads_so_that_a_lost_last_message_is_noticed() {
        try (var chat = new Chat()) {
            int last = chat.agent.say(chat.conversation, "lost on the way").getInt("seq");

            chat.visitor.send(frame("ping"));

            assertThat(chat.visitor.expect("pong").getJsonObject("heads").getInt(chat.conversation))
                    .isEqualTo(last);
        }
    }

    @Test
    @Tag("CHAT-11")
    void the_sender_learns_what_was_delivered_and_what_was_read() {
        try (var chat = new Chat()) {
            int seq = chat.agent.say(chat.conversation, "Did you see this?").getInt("seq");

            chat.agent.expect("delivered", f -> f.getString("type").equals("delivered") && f.getInt("seq") >= seq);
            chat.visitor.expect("the message", f -> f.getString("type").equals("message") && f.getInt("seq") == seq);
            chat.visitor.send(
                    frame("read").add("conversation", chat.conversation).add("seq", seq + 1_000));

            assertThat(chat.agent.expect("read").getInt("seq")).isEqualTo(seq);
            // and again after a reload, from the list
            try (var reloaded = ChatClient.open(chat.at("/ws/agent"))) {
                reloaded.send(frame("hello").add("token", chat.agentToken));
                JsonObject listed =
                        reloaded.expect("welcome").getJsonArray("conversations").getValuesAs(JsonObject.class).stream()
                                .filter(c -> c.getString("id").equals(chat.conversation))
                                .findFirst()
                                .orElseThrow();
                assertThat(listed.getInt("read")).isEqualTo(seq);
                assertThat(listed.getInt("delivered")).isEqualTo(seq);
            }
        }
    }

    private static jakarta.json.JsonObjectBuilder said(Chat chat, String text) {
        return frame("send")
                .add("clientId", Chat.id())
                .add("conversation", chat.conversation)
                .add("text", text);
    }

    /** What a socket was told, in the order it was told: receipts and messages alike. */
    private static List<Integer> seqs(ChatClient client) {
        return client.heard().stream()
                .filter(f -> List.of("sent", "message").contains(f.getString("type")) && f.containsKey("seq"))
                .map(f -> f.getInt("seq"))
                .toList();
    }
}
