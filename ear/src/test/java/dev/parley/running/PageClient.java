package dev.parley.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that runs no scripts: keeps cookies, follows nothing by itself, sends forms. */
public final class PageClient {
    /** Of the session cookie over plain http. */
    public static final String SESSION = "parley.session";

    private static final Pattern STATE = Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("name=\"primefaces\\.nonce\" value=\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"parley-csrf\" content=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI url;

    public PageClient(URI url) {
        this.url = url;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form as a page of our own would. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, url.toString().replaceAll("/$", ""));
    }

    /** Sends a form from a page of that origin. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String origin) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString(encode(fields))));
    }

    /** Sends what a script of a page would. @param headers names and values in turn */
    public HttpResponse<String> call(String method, String path, String... headers) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.noBody());
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    /** Signs in by the form. @return the answer to the form */
    public HttpResponse<String> signIn(String email, String password) {
        return signIn(get("/login"), email, password);
    }

    /** Fills in a sign-in page, which may be the answer to a wrong try. As a browser without scripts does. */
    public HttpResponse<String> signIn(HttpResponse<String> page, String email, String password) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("signIn", "signIn");
        fields.put("email", email);
        fields.put("password", password);
        fields.put("go", "go");
        fields.put("jakarta.faces.ViewState", find(STATE, page));
        fields.put("primefaces.nonce", find(NONCE, page));
        return post("/login", fields);
    }

    /**
     * Sends a Faces form of a page as a browser without scripts does.
     *
     * @param fields what is typed, and the button
     */
    public HttpResponse<String> submit(
            HttpResponse<String> page, String path, String form, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(form, form);
        all.put("jakarta.faces.ViewState", find(STATE, page));
        all.put("primefaces.nonce", find(NONCE, page));
        return post(path, all);
    }

    /** The CSRF token that the console was rendered with. */
    public String csrf() {
        return find(CSRF, get("/console"));
    }

    /** The cookie's value, or null. */
    public String cookie(String name) {
        return cookies.get(name);
    }

    /** Somebody else puts a cookie into this browser. */
    public void plant(String name, String value) {
        cookies.put(name, value);
    }

    private static String find(Pattern pattern, HttpResponse<String> page) {
        Matcher m = pattern.matcher(page.body());
        if (!m.find()) throw new AssertionError(pattern + " is not in " + page.statusCode() + " " + page.body());
        return m.group(1);
    }

    private HttpRequest.Builder request(String path) {
        // not resolved: //portal would be a host, and /x/../portal would lose its dots
        URI asked = URI.create(url.toString().replaceAll("/$", "") + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(asked).timeout(Duration.ofSeconds(60));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (setCookie.contains("Max-Age=0")) cookies.remove(name);
        else cookies.put(name, pair.substring(name.length() + 1));
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
