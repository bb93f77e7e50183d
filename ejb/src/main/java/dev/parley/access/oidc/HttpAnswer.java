package dev.parley.access.oidc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An answer of HTTP/1.1 to a request that asked to close afterwards, with bounds for all of its parts. */
record HttpAnswer(int status, byte[] body) {
    private static final int MOST_HEAD = 32_768;
    private static final int MOST_BODY = 1_048_576;
    private static final int MOST_LINE = 4_096;

    /** @throws IOException if it is none, too large, or ends too early */
    static HttpAnswer read(InputStream in) throws IOException {
        String[] lines = head(in).split("\r?\n");
        if (!lines[0].matches("HTTP/1\\.[01] [1-5]\\d\\d(?: .*)?")) throw strange();
        int status = Integer.parseInt(lines[0].substring(9, 12));
        int length = -1;
        boolean chunked = false;
        for (String line : lines) {
            String header = line.toLowerCase(Locale.ROOT).strip();
            if (header.matches("content-length:\\s*\\d{1,9}")) length = Integer.parseInt(header.replaceAll("\\D", ""));
            if (header.startsWith("transfer-encoding:")) {
                if (!header.substring(18).strip().equals("chunked")) throw strange();
                chunked = true;
            }
            if (header.startsWith("content-encoding:") && !header.endsWith("identity")) throw strange();
        }
        return new HttpAnswer(status, chunked ? chunks(in) : plain(in, length));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            boolean over = c == '\n' && (ends(head, "\r\n\r\n") || ends(head, "\n\n"));
            if (over) return head.toString();
            if (head.length() > MOST_HEAD) break;
        }
        throw strange();
    }

    private static boolean ends(StringBuilder text, String with) {
        return text.length() >= with.length()
                && text.substring(text.length() - with.length()).equals(with);
    }

    private static byte[] plain(InputStream in, int length) throws IOException {
        if (length > MOST_BODY) throw tooLarge();
        if (length >= 0) return exactly(in, length);
        byte[] all = in.readNBytes(MOST_BODY + 1);
        if (all.length > MOST_BODY) throw tooLarge();
        return all;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            String size = line(in).replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9a-fA-F]{1,6}")) throw strange();
            int length = Integer.parseInt(size, 16);
            // what may follow the last one is not read: the connection ends
            if (length == 0) return all.toByteArray();
            if (all.size() + length > MOST_BODY) throw tooLarge();
            all.writeBytes(exactly(in, length));
            if (!line(in).isEmpty()) throw strange();
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw strange();
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && line.size() < MOST_LINE; c = in.read()) {
            if (c == '\n') return line.toString(StandardCharsets.US_ASCII).replaceFirst("\r$", "");
            line.write(c);
        }
        throw strange();
    }

    private static IOException strange() {
        return new IOException("the provider gave no answer that can be understood");
    }

    private static IOException tooLarge() {
        return new IOException("the provider's answer is too large");
    }
}
