package dev.parley.running.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is asked to be done once is done once. */
@Tag("OPS-1")
class OnceIT {
    private static final int UNDER_WAY = 409;
    /** The desk has each wait for 10 seconds, and gives up a first one after a minute. */
    private static final int MOST_OFTEN = 5;

    private final ParleyRest rest = RunningParley.shared().rest();
    private final String owner = rest.signIn("admin@acme.example");
    private final String key = UUID.randomUUID().toString();
    private final String email = UUID.randomUUID() + "@acme.example";

    @Test
    void many_at_once_with_one_key_do_it_once_and_get_one_answer() {
        // all at once, whatever the common pool of the machine has
        ExecutorService at = Executors.newFixedThreadPool(6);
        List<HttpResponse<String>> answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> invited(key, email), at))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        at.shutdown();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.get(0).body());
        assertThat(answers)
                .filteredOn(answer ->
                        answer.headers().firstValue("Idempotency-Replayed").isEmpty())
                .as("done once")
                .hasSize(1);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/json"));
        rest.send("DELETE", "/api/v1/agents/" + ParleyRest.json(answers.get(0)).getString("id"), owner, null);
    }

    @Test
    void another_body_is_refused_and_a_refusal_leaves_the_key_free() {
        HttpResponse<String> refused = invite(key, "no address");
        assertThat(refused.statusCode()).isEqualTo(400);
        HttpResponse<String> done = invite(key, email);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);

        HttpResponse<String> other = invite(key, "x" + email);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(invite("", email).statusCode()).isEqualTo(400);
        rest.send("DELETE", "/api/v1/agents/" + ParleyRest.json(done).getString("id"), owner, null);
    }

    /** As a client does: who comes while the first is at it, and is sent away, asks again with the same key. */
    private HttpResponse<String> invited(String with, String whom) {
        HttpResponse<String> answer = invite(with, whom);
        for (int again = 0; again < MOST_OFTEN && answer.statusCode() == UNDER_WAY; again++)
            answer = invite(with, whom);
        return answer;
    }

    private HttpResponse<String> invite(String with, String whom) {
        JsonObject body = Json.createObjectBuilder()
                .add("email", whom)
                .add("role", "agent")
                .build();
        return rest.postOnce("/api/v1/invitations", owner, with, body);
    }
}
