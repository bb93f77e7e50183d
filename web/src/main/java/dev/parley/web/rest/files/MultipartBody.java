package dev.parley.web.rest.files;

import dev.parley.shared.Invalid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a multipart form (RFC 7578) as it arrives. The servers' own readers put the whole body into memory or a file before anybody can
 * say that it is too large; here nothing is kept but a window of 16 KiB, and what is not the file is bounded.
 */
final class MultipartBody {
    private static final int WINDOW = 16 * 1024;
    private static final int LONGEST_HEADERS = 8 * 1024;
    /** What may stand before the file: other fields of the form. */
    private static final long MOST_BEFORE = 64 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] window = new byte[WINDOW];
    private int start;
    private int end;

    /** @throws Invalid if the boundary is not one */
    MultipartBody(InputStream in, String boundary) {
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70)
            throw new Invalid("The form has no boundary.");
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // the first delimiter may stand at the very beginning
        window[end++] = '\r';
        window[end++] = '\n';
    }

    /**
     * The first part that is a file; fields before it are skipped.
     *
     * @throws Invalid if there is none, or the body is not a form
     */
    UploadedPart file() throws IOException {
        long before = skip(MOST_BEFORE);
        while (nextPart()) {
            PartHeaders headers = PartHeaders.of(headers());
            if (headers.isFile()) return new UploadedPart(headers.fileName(), headers.type(), new Content());
            before += skip(MOST_BEFORE - before);
        }
        throw new Invalid("Send the file as a part with a file name.");
    }

    /** Steps over a delimiter. @return false at the last one */
    private boolean nextPart() throws IOException {
        start += delimiter.length;
        String rest = line(LONGEST_HEADERS);
        if (rest.startsWith("--")) return false;
        if (!rest.isBlank()) throw broken();
        return true;
    }

    private List<String> headers() throws IOException {
        List<String> headers = new ArrayList<>();
        int left = LONGEST_HEADERS;
        for (String line = line(left); !line.isEmpty(); line = line(left)) {
            headers.add(line);
            left -= line.length();
        }
        return headers;
    }

    /** Up to the next line end, which is taken; the end of the body ends the last line. */
    private String line(int longest) throws IOException {
        while (true) {
            for (int i = start; i + 1 < end; i++) {
                if (window[i] != '\r' || window[i + 1] != '\n') continue;
                String line = new String(window, start, i - start, StandardCharsets.UTF_8);
                start = i + 2;
                return line;
            }
            if (end - start > longest) throw new Invalid("A part of the form has too long a head.");
            if (!fill()) {
                String last = new String(window, start, end - start, StandardCharsets.UTF_8);
                start = end;
                if (last.startsWith("--")) return last;
                throw broken();
            }
        }
    }

    private long skip(long most) throws IOException {
        byte[] dropped = new byte[1024];
        long skipped = 0;
        for (int n = read(dropped, 0, dropped.length); n >= 0; n = read(dropped, 0, dropped.length)) {
            skipped += n;
            if (skipped > most) throw new Invalid("The file must come first in the form.");
        }
        return skipped;
    }

    /** Bytes of the current part; -1 at its delimiter, which stays. */
    private int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) return 0;
        while (true) {
            int found = indexOfDelimiter();
            if (found == start) return -1;
            // the last bytes may be the beginning of a delimiter
            int sure = found > 0 ? found - start : end - start - (delimiter.length - 1);
            if (sure > 0) {
                int n = Math.min(length, sure);
                System.arraycopy(window, start, to, offset, n);
                start += n;
                return n;
            }
            if (!fill()) throw broken();
        }
    }

    private int indexOfDelimiter() {
        for (int i = start; i + delimiter.length <= end; i++) {
            int j = 0;
            while (j < delimiter.length && window[i + j] == delimiter[j]) j++;
            if (j == delimiter.length) return i;
        }
        return -1;
    }

    /** Reads more. @return false at the end of the body */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(window, start, window, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == WINDOW) throw broken();
        int n = in.read(window, end, WINDOW - end);
        if (n < 0) return false;
        end += n;
        return true;
    }

    private static Invalid broken() {
        return new Invalid("The body is not a complete multipart form.");
    }

    private final class Content extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            return MultipartBody.this.read(to, offset, length);
        }
    }
}
