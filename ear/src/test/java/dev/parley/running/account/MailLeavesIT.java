package dev.parley.running.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.Await;
import dev.parley.running.MailServer;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each server brings its own Jakarta Mail: with a mail server in the settings the mails leave by it. */
@Tag("SEC-1")
class MailLeavesIT {
    @Test
    void a_link_for_another_password_is_mailed_by_smtp() throws Exception {
        try (MailServer server = new MailServer();
                RunningParley parley = RunningParley.start(Map.of(
                        "PARLEY_SMTP_URL",
                        "smtp://127.0.0.1:" + server.port() + "?from=desk@acme.example&starttls=no"))) {
            var wish = Json.createObjectBuilder()
                    .add("email", "agent1@acme.example")
                    .build();
            assertThat(parley.rest().post("/api/v1/password-resets", null, wish).statusCode())
                    .isEqualTo(202);

            Await.until(
                    "the mail came",
                    Duration.ofSeconds(30),
                    () -> !server.mails().isEmpty());
            assertThat(server.mails().get(0))
                    .contains("To: agent1@acme.example", "From: Acme <desk@acme.example>", "/reset?token");
        }
    }
}
