package dev.parley.running;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever left the chat and wanted it is notified of an answer, where the operator has turned it on. */
@Tag("WID-14")
class WebPushIT {
    private static final String AGENT = "agent1@acme.example";

    private final NotifyingParley notifying = NotifyingParley.shared();
    private final PushReceiver push = notifying.push;
    private final RunningParley parley = notifying.parley;

    @Test
    void an_answer_is_told_sealed_and_signed_to_whoever_is_not_there_and_says_nothing_of_its_words() {
        try (Talk talk = new Talk()) {
            assertThat(talk.subscribe("away").statusCode()).isEqualTo(204);
            talk.agent.say(talk.conversation, "Heard in the chat itself");
            talk.visitor.expect("message");
            talk.visitor.close();
            talk.note("A secret note");
            int before = push.received().size();
            talk.answerUntil(() -> push.received().size() > before);

            var letter = push.received().get(before);
            var message = ParleyRest.json(letter.message());
            assertThat(message.getString("title")).isEqualTo("New answer from Acme");
            assertThat(message.getString("conversation")).isEqualTo(talk.conversation);
            assertThat(message.keySet()).containsExactlyInAnyOrder("title", "conversation");
            assertThat(letter.claims().getString("aud")).isEqualTo(push.origin());
            assertThat(letter.claims().getString("sub")).isEqualTo("mailto:ops@acme.example");
            assertThat(letter.topic()).hasSize(32).doesNotContain(talk.conversation);
            assertThat(letter.path()).isEqualTo("/push/away");
            assertThat(push.received())
                    .allMatch(r ->
                            !r.message().contains("secret note") && !r.message().contains("Heard"));
        }
    }

    @Test
    void one_that_is_gone_is_soon_asked_no_more() {
        try (Talk talk = new Talk()) {
            talk.subscribe("gone");
            talk.visitor.close();
            push.answer(410);
            talk.answerUntil(() -> notifying.came("gone") > 0);
            push.answer(201);
            talk.subscribe("second");

            // what was on its way already still comes
            Await.until("letters to the second alone", Duration.ofSeconds(60), () -> {
                long before = notifying.came("gone");
                // two leave at a time: when the letter of the second answer is there, all of the first have left
                talk.answerAndHear("second");
                talk.answerAndHear("second");
                return notifying.came("gone") == before;
            });
        } finally {
            push.answer(201);
        }
    }

    @Test
    void whoever_logs_out_or_turns_it_off_is_told_nothing() {
        try (Talk talk = new Talk();
                Talk other = new Talk()) {
            talk.subscribe("left");
            other.subscribe("off");
            talk.visitor.close();
            other.visitor.close();
            var another = Json.createObjectBuilder().add("another", true).build();
            parley.rest().arrive("acme", ParleyRest.cookie(talk.arrival), another);
            parley.rest().send("DELETE", "/api/v1/sites/acme/notifications", other.token, null);
            try (Talk last = new Talk()) {
                last.subscribe("last");
                last.visitor.close();
                talk.agent.say(talk.conversation, "Nobody");
                other.agent.say(other.conversation, "Nobody");
                last.answerUntil(() -> notifying.came("last") > 0);
            }
            // letters leave in the order in which they were queued: theirs would have come before the last one
            assertThat(notifying.came("left") + notifying.came("off")).isZero();
        }
    }

    @Test
    @Tag("SEC-5")
    void the_server_is_no_way_into_its_own_network() {
        try (Talk talk = new Talk()) {
            for (String endpoint : List.of(
                    "http://127.0.0.1:1/x",
                    "https://127.0.0.1:8443/x",
                    "ftp://push.example/",
                    "https://a@push.example/")) {
                HttpResponse<String> answer = talk.subscribe(Json.createObjectBuilder(push.subscription("x"))
                        .add("endpoint", endpoint)
                        .build());
                assertThat(answer.statusCode()).as(endpoint).isEqualTo(400);
            }
            var keys = Json.createObjectBuilder().add("p256dh", "BAAA").add("auth", "AAAA");
            assertThat(talk.subscribe(Json.createObjectBuilder(push.subscription("x"))
                                    .add("keys", keys)
                                    .build())
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    /** A visitor, and an agent who has taken the conversation. */
    private final class Talk implements AutoCloseable {
        final HttpResponse<String> arrival = parley.rest().arrive("acme", null, JsonValue.EMPTY_JSON_OBJECT);
        final String token = ParleyRest.json(arrival).getString("token");
        final ChatClient visitor = ChatClient.connect(parley.url().resolve("/ws/visitor"), token);
        final ChatClient agent = parley.agent(AGENT);
        final String conversation = visitor.say(null, "Hello").getString("conversation");

        Talk() {
            agent.ask(frame("presence").add("status", "available"));
            agent.ask(frame("accept").add("conversation", conversation));
        }

        HttpResponse<String> subscribe(String name) {
            return subscribe(push.subscription(name));
        }

        HttpResponse<String> subscribe(JsonObject subscription) {
            return parley.rest().post("/api/v1/sites/acme/notifications", token, subscription);
        }

        void note(String text) {
            agent.ask(frame("note")
                    .add("clientId", UUID.randomUUID().toString())
                    .add("conversation", conversation)
                    .add("text", text));
        }

        /** Answers until it is heard of: the server may not have noticed yet that the visitor is gone. */
        void answerUntil(Callable<Boolean> heard) {
            agent.say(conversation, "An answer with words of its own");
            Await.until("the notification", Duration.ofSeconds(60), () -> {
                if (heard.call()) return true;
                agent.say(conversation, "An answer with words of its own");
                return heard.call();
            });
        }

        void answerAndHear(String browser) {
            long before = notifying.came(browser);
            agent.say(conversation, "An answer with words of its own");
            Await.until("the notification", Duration.ofSeconds(60), () -> notifying.came(browser) > before);
        }

        @Override
        public void close() {
            agent.ask(frame("close").add("conversation", conversation));
            agent.ask(frame("presence").add("status", "offline"));
            agent.close();
            visitor.close();
        }
    }
}
