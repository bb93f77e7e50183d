package dev.parley.running.isolation;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A program asks the REST API with a token; what its scopes open is in {@link RoutesIT}. */
@Tag("OPS-1")
@Tag("COM-5")
@Tag("SEC-2")
class TokensIT {
    private final RunningParley parley = RunningParley.shared();
    private final ParleyRest rest = parley.rest();
    private String owner;
    private JsonObject made;

    @BeforeEach
    void make() {
        owner = rest.signIn("admin@acme.example");
        made = make("agents:read", "settings:write");
    }

    @AfterEach
    void revoke() {
        rest.send("DELETE", "/api/v1/tokens/" + made.getString("id"), owner, null);
    }

    @Test
    void a_program_is_told_how_often_it_may_still_ask() {
        HttpResponse<String> answer = rest.get("/api/v1/agents", made.getString("token"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContainIgnoringCase("globex");
        assertThat(header(answer, "RateLimit-Limit")).isEqualTo("600");
        assertThat(Integer.parseInt(header(answer, "RateLimit-Remaining"))).isBetween(0, 600);
        assertThat(Integer.parseInt(header(answer, "RateLimit-Reset"))).isBetween(0, 60);
        assertThat(rest.get("/api/v1/agents", owner).headers().firstValue("RateLimit-Limit"))
                .as("a person is not")
                .isEmpty();
    }

    @Test
    void it_is_listed_without_what_opens_doors_and_dies_at_once() {
        rest.get("/api/v1/agents", made.getString("token"));
        String list = rest.get("/api/v1/tokens", owner).body();
        JsonObject line = ParleyRest.json(list).getJsonArray("items").getJsonObject(0);
        assertThat(line.getString("id")).isEqualTo(made.getString("id"));
        assertThat(line.getString("state")).isEqualTo("active");
        assertThat(line.containsKey("lastUsedAt")).isTrue();
        assertThat(list).doesNotContain(made.getString("token"));

        assertThat(rest.send("DELETE", "/api/v1/tokens/" + made.getString("id"), owner, null)
                        .statusCode())
                .isEqualTo(204);

        HttpResponse<String> refused = rest.get("/api/v1/agents", made.getString("token"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(refused, "WWW-Authenticate")).startsWith("Bearer");
        assertThat(rest.get("/api/v1/agents", "pt_" + "A".repeat(43)).body()).isEqualTo(refused.body());
    }

    @Test
    void it_opens_no_socket() {
        try (ChatClient socket = ChatClient.open(parley.url().resolve("/ws/agent"))) {
            socket.send(frame("hello").add("token", made.getString("token")));
            assertThat(socket.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    @Tag("SEC-4")
    void the_audit_log_names_it_beside_whoever_made_it() {
        String company = rest.get("/api/v1/company", owner).body();
        JsonObject before = ParleyRest.json(company);
        JsonObject renamed = Json.createObjectBuilder(before)
                .remove("version")
                .add("name", before.getString("name") + "!")
                .build();
        assertThat(rest.send("PUT", "/api/v1/company", made.getString("token"), renamed)
                        .statusCode())
                .isEqualTo(200);
        JsonObject back = Json.createObjectBuilder(before).remove("version").build();
        rest.send("PUT", "/api/v1/company", made.getString("token"), back);

        JsonObject entry = ParleyRest.json(rest.get("/api/v1/audit?kind=company&limit=1", owner))
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(entry.getJsonObject("by").getString("name")).endsWith(" · " + made.getString("name"));
    }

    @Test
    void what_does_not_fit_is_said() {
        assertThat(refusal("Too long", Instant.now().plus(400, ChronoUnit.DAYS).toString(), "audit:read"))
                .contains("366 days");
        assertThat(refusal("No such scope", null, "everything")).contains("There is no such scope");
        assertThat(refusal("None")).contains("at least one scope");
        assertThat(refusal("No time", "tomorrow", "audit:read")).contains("expiresAt");
    }

    private String refusal(String name) {
        return refusal(name, null);
    }

    private String refusal(String name, String expiresAt, String... scopes) {
        HttpResponse<String> answer = rest.post("/api/v1/tokens", owner, body(name, expiresAt, scopes));
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }

    private JsonObject make(String... scopes) {
        HttpResponse<String> answer =
                rest.post("/api/v1/tokens", owner, body("Import " + UUID.randomUUID(), null, scopes));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ParleyRest.json(answer);
    }

    private static JsonObject body(String name, String expiresAt, String... scopes) {
        var those = Json.createArrayBuilder();
        for (String scope : scopes) those.add(scope);
        var body = Json.createObjectBuilder().add("name", name).add("scopes", those);
        if (expiresAt != null) body.add("expiresAt", expiresAt);
        return body.build();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
