package dev.parley.web.rest.files;

import java.nio.charset.StandardCharsets;

/** {@code Content-Disposition} with a name in any language (RFC 6266): plain letters for old programs, all of it in {@code filename*}. */
final class Disposition {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";

    private Disposition() {}

    static String of(boolean inline, String name) {
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain(name) + "\"; filename*=UTF-8''"
                + encoded(name);
    }

    private static String plain(String name) {
        var text = new StringBuilder();
        name.codePoints().forEach(c -> text.append(c == ' ' || PLAIN.indexOf(c) >= 0 ? Character.toString(c) : "_"));
        return text.toString();
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(b) >= 0) text.append((char) b);
            else text.append(String.format("%%%02X", b & 0xff));
        }
        return text.toString();
    }
}
