package dev.parley.web.rest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CHAT-12")
class MultipartBodyTest {
    private static final String BOUNDARY = "----formBoundary7MA4YWxk";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 16_383, 16_384, 16_385, 100_000})
    void the_file_comes_out_byte_for_byte_however_the_body_arrives(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        for (int piece : new int[] {1, 7, 1000, 1 << 20}) {
            UploadedPart part = file(new Pieces(form("a.bin", content), piece));
            assertThat(part.content().readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void what_looks_like_a_delimiter_is_content() throws IOException {
        byte[] content = bytes("\r\n--" + BOUNDARY.substring(0, 20) + "\r\n\r\r\n--\r\n-" + BOUNDARY + "\r\n");
        assertThat(file(new Pieces(form("a.bin", content), 3)).content().readAllBytes())
                .isEqualTo(content);
    }

    @Test
    void name_and_type_are_read_and_fields_before_the_file_skipped() throws IOException {
        byte[] body = join(
                bytes("preamble\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"),
                form("r\u00e9sum\u00e9.pdf", bytes("x")));
        UploadedPart part = file(new ByteArrayInputStream(body));

        assertThat(part.name()).isEqualTo("r\u00e9sum\u00e9.pdf");
        assertThat(part.type()).isEqualTo("application/x-test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "form-data; name=\"file\"; filename=\"a b.txt\"|a b.txt",
                "form-data; name=file; filename=a.txt|a.txt",
                "form-data; filename=\"say \\\"hi\\\".txt\"|say \"hi\".txt",
                "form-data; filename=\"say %22hi%22.txt\"|say \"hi\".txt",
                "form-data; filename=\"C:\\temp\\a.txt\"|C:\\temp\\a.txt",
                "form-data; filename=\"x.txt\"; filename*=UTF-8''%e2%82%ac%20+.txt|\u20ac +.txt",
                "form-data; filename*=UTF-8''%zz.txt|%zz.txt",
                "form-data; FILENAME=\"a%0d%0aSet-Cookie: x.txt\"|aSet-Cookie: x.txt",
                "form-data; filename=\"\"|",
            })
    void names_are_read_as_browsers_and_curl_write_them(String disposition, String name) {
        var headers = new PartHeaders(disposition, null);
        assertThat(headers.isFile()).isTrue();
        assertThat(headers.fileName()).isEqualTo(name == null ? "" : name);
    }

    @Test
    void a_body_that_breaks_off_anywhere_is_refused() {
        byte[] whole = form("a.bin", bytes("content of the file"));
        int endOfContent = whole.length - ("--\r\n").length();
        for (int length = 0; length < endOfContent; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(
                            () -> file(new ByteArrayInputStream(cut)).content().readAllBytes())
                    .as("%d bytes", length)
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    void a_body_without_a_file_is_refused() {
        for (String body : new String[] {
            "",
            "no form at all",
            "--" + BOUNDARY + "--",
            "--" + BOUNDARY + "--\r\n",
            "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--" + BOUNDARY + "--\r\n",
            "--" + BOUNDARY + "trailing\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\nx\r\n--" + BOUNDARY
                    + "--\r\n",
        }) {
            assertThatThrownBy(() -> file(new ByteArrayInputStream(bytes(body))))
                    .as(body)
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    void what_is_not_the_file_is_bounded() {
        String field = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n";
        assertRefused(bytes(field + "x".repeat(70_000) + "\r\n"));
        assertRefused(bytes("x".repeat(70_000)));
        assertRefused(bytes("--" + BOUNDARY + "\r\nContent-Disposition: " + "x".repeat(9_000)));
        assertRefused(bytes("--" + BOUNDARY + "\r\n" + "A: b\r\n".repeat(9_000)));
        var many = new StringBuilder();
        for (int i = 0; i < 3_000; i++)
            many.append(field).append("x".repeat(30)).append("\r\n");
        assertRefused(join(bytes(many.toString()), form("a", bytes("x"))));
    }

    private static void assertRefused(byte[] body) {
        assertThatThrownBy(() -> file(new ByteArrayInputStream(body))).isInstanceOf(Invalid.class);
    }

    @Test
    void a_boundary_that_is_none_is_refused() {
        for (String boundary : new String[] {null, "", "x".repeat(71)}) {
            assertThatThrownBy(() -> new MultipartBody(InputStream.nullInputStream(), boundary))
                    .isInstanceOf(Invalid.class);
        }
    }

    private static UploadedPart file(InputStream body) throws IOException {
        return new MultipartBody(body, BOUNDARY).file();
    }

    private static byte[] form(String name, byte[] content) {
        return join(
                bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/x-test\r\n\r\n"),
                content,
                bytes("\r\n--" + BOUNDARY + "--\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    /** Gives at most so many bytes at once, as a network does. */
    private static final class Pieces extends FilterInputStream {
        private final int most;

        Pieces(byte[] bytes, int most) {
            super(new ByteArrayInputStream(bytes));
            this.most = most;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            return super.read(b, off, Math.min(len, most));
        }
    }
}
