package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketIT {
    private final RunningParley parley = RunningParley.shared();

    @Test
    @Tag("SEC-5")
    void a_frame_before_hello_is_answered_and_ends_the_socket() {
        try (var client = ChatClient.open(at("/ws/visitor"))) {
            client.send(frame("ping"));

            assertThat(client.expect("error").getString("code")).isEqualTo("unauthorized");
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    /** Until tokens are verified none is believed: a visitor who says to be somebody is refused, not let in as nobody or as that one. */
    @Test
    @Tag("CHAT-29")
    void an_identity_that_cannot_be_verified_is_refused() {
        JsonObject arrival = Json.createObjectBuilder()
                .add("identity", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtaWEifQ.")
                .build();

        var answer = parley.rest().post("/api/v1/sites/acme/visitors", null, arrival);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ParleyRest.json(answer).getString("code")).isEqualTo("invalid");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    @Tag("SEC-5")
    void a_token_of_the_other_kind_opens_nothing() {
        try (var client = ChatClient.open(at("/ws/agent"))) {
            client.send(frame("hello").add("token", parley.rest().visitor("acme")));

            assertThat(client.expect("error").getString("code")).isEqualTo("unauthorized");
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    @Tag("SEC-2")
    void an_editor_does_not_answer_conversations() {
        try (var client = ChatClient.open(at("/ws/agent"))) {
            client.send(frame("hello").add("token", parley.rest().signIn("editor@acme.example")));

            assertThat(client.expect("error").getString("code")).isEqualTo("forbidden");
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    @Tag("SEC-1")
    void signing_out_closes_the_socket() {
        String token = parley.rest().signIn("agent2@acme.example");
        try (var client = ChatClient.connect(at("/ws/agent"), token)) {
            parley.rest().send("DELETE", "/api/v1/sessions/current", token, null);

            assertThat(client.closeCode()).isEqualTo(4003);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/ws/visitor,null",
        "/ws/agent,null",
        "/ws/agent,https://evil.example",
        "/ws/agent,http://localhost.evil.example",
    })
    @Tag("SEC-5")
    void a_foreign_page_opens_no_socket(String path, String origin) {
        assertThatThrownBy(() -> knock(path, origin)).isInstanceOf(CompletionException.class);
    }

    @Test
    @Tag("SEC-5")
    void a_foreign_page_gets_no_welcome_even_with_a_visitors_token() {
        var heard = new java.util.concurrent.CompletableFuture<String>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", "https://evil.example")
                .subprotocols("parley.v1")
                .buildAsync(ws("/ws/visitor"), new WebSocket.Listener() {
                    @Override
                    public java.util.concurrent.CompletionStage<?> onText(
                            WebSocket from, CharSequence part, boolean last) {
                        heard.complete(part.toString());
                        return null;
                    }
                })
                .join();
        socket.sendText(
                        frame("hello")
                                .add("token", parley.rest().visitor("acme"))
                                .build()
                                .toString(),
                        true)
                .join();

        assertThat(heard.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join())
                .contains("\"forbidden\"");
        socket.abort();
    }

    @Test
    void what_is_not_a_frame_gets_a_clear_error_and_the_socket_goes_on() {
        try (var visitor = parley.visitor("acme")) {
            visitor.send(frame("shout").add("ref", "r1"));

            JsonObject error = visitor.expect("error");
            assertThat(error.getString("code")).isEqualTo("invalid");
            assertThat(error.getString("ref")).isEqualTo("r1");
            visitor.send(frame("ping"));
            visitor.expect("pong");
        }
    }

    @Test
    void a_frame_beyond_64_KiB_closes_the_socket_by_name() {
        try (var visitor = parley.visitor("acme")) {
            visitor.send(frame("send").add("clientId", Chat.id()).add("text", "x".repeat(66_000)));

            assertThat(visitor.closeCode()).isEqualTo(1009);
        }
    }

    private void knock(String path, String origin) {
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", origin)
                .subprotocols("parley.v1")
                .buildAsync(ws(path), new WebSocket.Listener() {})
                .join();
    }

    private URI at(String path) {
        return parley.url().resolve(path);
    }

    private URI ws(String path) {
        return URI.create(at(path).toString().replaceFirst("^http", "ws"));
    }
}
