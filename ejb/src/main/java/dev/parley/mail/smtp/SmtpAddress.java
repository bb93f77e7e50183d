package dev.parley.mail.smtp;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A mail server as {@code PARLEY_SMTP_URL} names it: {@code smtp://user:password@mail.example:587?from=support@shop.example}.
 *
 * @param secure TLS from the first byte ({@code smtps})
 * @param user null for none
 * @param from the sender of every mail
 * @param startTls {@code required}, {@code yes} (if the server can) or {@code no}
 */
public record SmtpAddress(
        boolean secure, String host, int port, String user, String password, String from, String startTls) {
    private static final Set<String> START_TLS = Set.of("required", "yes", "no");

    /** @throws IllegalArgumentException naming what is wrong, never the password */
    public static SmtpAddress of(String url) {
        URI uri = parse(url);
        boolean secure = "smtps".equals(uri.getScheme());
        if (!secure && !"smtp".equals(uri.getScheme())) throw wrong("begins with smtp:// or smtps://");
        if (uri.getHost() == null) throw wrong("names no host");
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        Map<String, String> query = query(uri.getRawQuery());
        String startTls = query.getOrDefault("starttls", login.length > 0 ? "required" : "yes");
        if (!START_TLS.contains(startTls)) throw wrong("has a starttls that is not required, yes or no");
        String from = query.getOrDefault("from", "parley@" + uri.getHost());
        if (!from.matches("[^@\\s<>]+@[^@\\s<>]+")) throw wrong("has a from that is no address");
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 465 : login.length > 0 ? 587 : 25;
        return new SmtpAddress(
                secure,
                uri.getHost(),
                port,
                login.length > 0 ? decode(login[0]) : null,
                login.length > 1 ? decode(login[1]) : "",
                from,
                startTls);
    }

    private static URI parse(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            // its message would hold the password
            throw wrong("is no address");
        }
    }

    private static Map<String, String> query(String query) {
        if (query == null) return Map.of();
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? decode(pair[1]) : "", (a, b) -> b));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(
                "PARLEY_SMTP_URL " + what + "; smtp://user:password@mail.example:587?from=support@shop.example is one");
    }

    /** Never the password: this text may reach a log. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
