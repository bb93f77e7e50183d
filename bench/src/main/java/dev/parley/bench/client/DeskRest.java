package dev.parley.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Parley's REST as far as the programs need it. */
public final class DeskRest {
    /** The password of all demo accounts, as the contract has it. */
    public static final String DEMO_PASSWORD = "parley-demo";

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public DeskRest(URI address) {
        this.address = address.resolve("/api/v1/");
    }

    /** What came back. */
    public record Answer(int status, String body) {
        public JsonNode json() {
            return Json.read(body);
        }

        /** This answer, @throws IOException if it is of another status */
        public Answer expect(int wanted) throws IOException {
            if (status != wanted) {
                throw new IOException("expected " + wanted + ", got " + status + ": " + body);
            }
            return this;
        }
    }

    /** Signs a demo account in and returns its bearer. */
    public String signIn(String email) throws IOException, InterruptedException {
        JsonNode body = Json.object("email", email, "password", DEMO_PASSWORD);
        return post("sessions", null, body.toString())
                .expect(201)
                .json()
                .get("token")
                .asText();
    }

    /** Lets each of Acme's agents have as many conversations in hand as can be set, where a program is not about capacity. */
    public void liftCapacity() throws IOException, InterruptedException {
        String owner = signIn("admin@acme.example");
        for (JsonNode agent : get("agents", owner).expect(200).json().get("items")) {
            put("agents/" + agent.get("id").asText(), owner, "{\"capacity\":1000}")
                    .expect(200);
        }
    }

    /** A new visitor of the site; returns the bearer. */
    public String visitor(String site) throws IOException, InterruptedException {
        return post("sites/" + site + "/visitors", null, "{}")
                .expect(201)
                .json()
                .get("token")
                .asText();
    }

    /** All messages of a conversation as an agent reads them, page by page. */
    public List<JsonNode> messages(String token, String conversation) throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        long after = 0;
        while (true) {
            String path = "conversations/" + conversation + "/messages?limit=200&after=" + after;
            JsonNode items = get(path, token).expect(200).json().get("items");
            long last = after;
            for (JsonNode item : items) {
                all.add(item);
                last = Math.max(last, item.path("seq").asLong());
            }
            if (last == after) {
                return all;
            }
            after = last;
        }
    }

    public Answer get(String path, String token) throws IOException, InterruptedException {
        return answer(http.send(request(path, token).GET().build(), BodyHandlers.ofString()));
    }

    public Answer post(String path, String token, String body) throws IOException, InterruptedException {
        return answer(http.send(posting("POST", path, token, body), BodyHandlers.ofString()));
    }

    public Answer put(String path, String token, String body) throws IOException, InterruptedException {
        return answer(http.send(posting("PUT", path, token, body), BodyHandlers.ofString()));
    }

    /** The same without waiting. */
    public CompletableFuture<Answer> posted(String path, String token, String body) {
        return http.sendAsync(posting("POST", path, token, body), BodyHandlers.ofString())
                .thenApply(DeskRest::answer);
    }

    /** A {@code PUT} without waiting. */
    public CompletableFuture<Answer> written(String path, String token, String body) {
        return http.sendAsync(posting("PUT", path, token, body), BodyHandlers.ofString())
                .thenApply(DeskRest::answer);
    }

    private HttpRequest posting(String method, String path, String token, String body) {
        return request(path, token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(90));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body());
    }
}
