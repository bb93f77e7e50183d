package dev.parley.file.content;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What counts as text: no control characters but those that lay it out, and not the beginning of a page, a drawing or a script. UTF-16 is
 * text where its byte order mark says so; any other bytes are looked at one by one, so every ASCII-based encoding passes.
 */
final class PlainText {
    private static final int HEAD = 1024;
    private static final List<String> MARKUP_OR_SCRIPT = List.of(
            "<!doctype",
            "<!--",
            "<html",
            "<head",
            "<body",
            "<script",
            "<iframe",
            "<svg",
            "<?xml",
            "<?php",
            "<%",
            "#!",
            "%pdf-",
            "{\\rtf");

    private PlainText() {}

    static boolean is(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                Reader text = new BufferedReader(new InputStreamReader(in, encoding(in)))) {
            return !startsLikeMarkup(text) && onlyPrintable(text);
        }
    }

    private static Charset encoding(InputStream in) throws IOException {
        in.mark(2);
        int mark = in.read() << 8 | in.read();
        in.reset();
        return mark == 0xfeff || mark == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    }

    private static boolean startsLikeMarkup(Reader text) throws IOException {
        text.mark(HEAD);
        char[] head = new char[HEAD];
        int length = Math.max(0, text.read(head, 0, HEAD));
        text.reset();
        String start = new String(head, 0, length)
                .replaceFirst("^\u00ef\u00bb\u00bf", "") // UTF-8's mark, read byte by byte
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return MARKUP_OR_SCRIPT.stream().anyMatch(start::startsWith);
    }

    private static boolean onlyPrintable(Reader text) throws IOException {
        char[] some = new char[1 << 14];
        for (int n = text.read(some); n >= 0; n = text.read(some)) {
            for (int i = 0; i < n; i++) if (isControl(some[i])) return false;
        }
        return true;
    }

    /** Escape is not counted: logs are coloured with it. */
    private static boolean isControl(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b || c == 0x7f;
    }
}
