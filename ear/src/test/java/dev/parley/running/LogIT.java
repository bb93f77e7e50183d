package dev.parley.running;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The log is the desk's diary: which request, which conversation, and never what was said. */
@Tag("OPS-6")
class LogIT {
    private final RunningParley parley = RunningParley.shared();

    @Test
    void a_conversation_can_be_followed_but_not_read() throws IOException {
        String secret = "my card number is " + UUID.randomUUID();
        String conversation;
        try (ChatClient visitor = parley.visitor("acme")) {
            conversation = visitor.say(null, secret).getString("conversation");
            visitor.ask(frame("close").add("conversation", conversation));
        }

        Await.until(
                "a line about the end of " + conversation,
                Duration.ofSeconds(20),
                () -> log().contains("event=ConversationClosed conversation=" + conversation));
        assertThat(log())
                .contains("event=ConversationOpened conversation=" + conversation)
                .doesNotContain(secret);
    }

    @Test
    void a_call_is_found_by_the_id_that_its_answer_names() throws IOException {
        HttpResponse<String> answer = parley.rest().get("/api/v1/conversations?q=secret-question", null);
        String request = answer.headers().firstValue("X-Request-Id").orElseThrow();

        Await.until("a line about " + request, Duration.ofSeconds(20), () -> log().contains("request=" + request));
        assertThat(log()).contains("path=/api/v1/conversations status=401").doesNotContain("secret-question");
    }

    private String log() throws IOException {
        return Files.readString(parley.log());
    }
}
