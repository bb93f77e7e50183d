package dev.parley.web.rest.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CHAT-12")
class DispositionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a b.pdf|attachment; filename=\"a b.pdf\"; filename*=UTF-8''a%20b.pdf",
                "März.pdf|attachment; filename=\"M_rz.pdf\"; filename*=UTF-8''M%C3%A4rz.pdf",
                "😀.png|attachment; filename=\"_.png\"; filename*=UTF-8''%F0%9F%98%80.png",
                "a\"; filename=b.html|attachment; filename=\"a__ filename_b.html\"; filename*=UTF-8''a%22%3B%20filename%3Db.html",
                "..%2fa.txt|attachment; filename=\".._2fa.txt\"; filename*=UTF-8''..%252fa.txt",
            })
    void a_name_stays_inside_its_quotes(String name, String header) {
        assertThat(Disposition.of(false, name)).isEqualTo(header).isASCII();
    }

    @ParameterizedTest
    @CsvSource({"'a\r\nSet-Cookie: b'", "'a\0b'"})
    void nothing_breaks_the_line(String name) {
        assertThat(Disposition.of(true, name)).startsWith("inline; ").doesNotContain("\r", "\n", "\0");
    }
}
