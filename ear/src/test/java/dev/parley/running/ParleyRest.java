package dev.parley.running;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** REST of a running Parley. Paths are from the root ({@code /api/v1/…}). */
public final class ParleyRest {
    /** Of every demo account. */
    public static final String PASSWORD = "parley-demo";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI url;

    public ParleyRest(URI url) {
        this.url = url;
    }

    /** @param token the bearer, or null for nobody */
    public HttpResponse<String> get(String path, String token) {
        return send("GET", path, token, null);
    }

    /** As a browser asks that has the answer with this {@code ETag}. */
    public HttpResponse<String> getIfOther(String path, String tag) {
        return send(request(path).header("If-None-Match", tag).GET());
    }

    /** As a reverse proxy asks for a client at {@code address}. */
    public HttpResponse<String> getAs(String path, String address) {
        return send(request(path).header("X-Forwarded-For", address).GET());
    }

    /** As a browser asks that shows {@code page}. */
    public HttpResponse<String> getFrom(String path, String page) {
        return send(request(path).header("Referer", page).GET());
    }

    /** A visitor comes to a site. @param cookie as {@code name=value}, from where it was before, or null */
    public HttpResponse<String> arrive(String siteKey, String cookie, JsonObject said) {
        HttpRequest.Builder request = request("/api/v1/sites/" + siteKey + "/visitors")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(said.toString()));
        if (cookie != null) request.header("Cookie", cookie);
        return send(request);
    }

    /** The cookie of an answer as {@code name=value}. */
    public static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    /** @param token the bearer, or null for nobody */
    public HttpResponse<String> post(String path, String token, JsonObject body) {
        return send("POST", path, token, body);
    }

    /** @param token the bearer, or null for nobody @param body null for none */
    public HttpResponse<String> send(String method, String path, String token, JsonObject body) {
        HttpRequest.Builder request = request(path);
        if (token != null) request.header("Authorization", "Bearer " + token);
        if (body == null) request.method(method, BodyPublishers.noBody());
        else
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body.toString()));
        return send(request);
    }

    /** Sends a file as {@code multipart/form-data}. @param token the bearer, or null for nobody */
    public HttpResponse<String> upload(String token, String name, String type, byte[] file) {
        String boundary = "b" + UUID.randomUUID();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n";
        String tail = "\r\n--" + boundary + "--\r\n";
        HttpRequest.Builder request = request("/api/v1/files")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(
                        List.of(head.getBytes(StandardCharsets.UTF_8), file, tail.getBytes(StandardCharsets.UTF_8))));
        if (token != null) request.header("Authorization", "Bearer " + token);
        return send(request);
    }

    /** As {@link #post}, with an {@code Idempotency-Key}. */
    public HttpResponse<String> postOnce(String path, String token, String key, JsonObject body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Sends an iCalendar file. @param token the bearer, or null for nobody */
    public HttpResponse<String> sendCalendar(String path, String token, String calendar) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "text/calendar").POST(BodyPublishers.ofString(calendar));
        if (token != null) request.header("Authorization", "Bearer " + token);
        return send(request);
    }

    /** As {@link #get}, for what is no text. */
    public HttpResponse<byte[]> download(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).GET(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body of a JSON answer. */
    public static JsonObject json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    /** A text as JSON. */
    public static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** The bearer of a demo account. */
    public String signIn(String email) {
        JsonObject credentials = Json.createObjectBuilder()
                .add("email", email)
                .add("password", PASSWORD)
                .build();
        return token(post("/api/v1/sessions", null, credentials));
    }

    /** The bearer of a new visitor. */
    public String visitor(String siteKey) {
        return token(post("/api/v1/sites/" + siteKey + "/visitors", null, JsonObject.EMPTY_JSON_OBJECT));
    }

    private static String token(HttpResponse<String> answer) {
        if (answer.statusCode() != 201) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return json(answer).getString("token");
    }
}
