package dev.parley.file.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CHAT-12")
class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.txt, passwd.txt",
        "..%2f..%2Fetc%2fpasswd.txt, passwd.txt",
        "..%5cboot.txt, boot.txt",
        "C:\\Users\\me\\photo.png, photo.png",
        "C:photo.png, C_photo.png",
        "\\\\server\\share\\a.pdf, a.pdf",
        "/etc/, file",
        "a/b\\c/d.csv, d.csv",
        "...., file",
        ".htaccess, htaccess",
        "report.pdf..., report.pdf",
        "' a.txt ', a.txt",
        "a|b?c*d.txt, a_b_c_d.txt",
        "<img src=x onerror=alert(1)>.png, _img src=x onerror=alert(1)_.png",
    })
    void a_path_or_a_trick_becomes_a_plain_name(String raw, String name) {
        assertThat(FileName.of(raw).text()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice\u202Efdp.exe", // shown as invoiceexe.pdf
                "invoice\u2066fdp\u2069.exe",
                "invoice\u200Ffdp.exe",
                "invo\0icefdp.exe",
                "invoice\r\nfdp.exe",
                "invoice\u2028fdp.exe",
                "invoice\uFEFFfdp.exe",
                "invoice\uD800fdp.exe",
            })
    void nothing_invisible_is_left(String raw) {
        assertThat(FileName.of(raw).text()).isEqualTo("invoicefdp.exe");
        assertThat(FileName.of(raw).extension()).isEqualTo("exe");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\u202E", "\0"})
    void no_name_becomes_file(String raw) {
        assertThat(FileName.of(raw)).isEqualTo(new FileName("file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "漢", "😀"})
    void four_thousand_characters_become_255_bytes_and_keep_their_ending(String character) {
        String name = FileName.of(character.repeat(4096) + ".pdf").text();

        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(250, 255);
        assertThat(name).endsWith(character + ".pdf").doesNotContain("\uFFFD");
    }

    @Test
    void an_ending_of_four_thousand_characters_is_cut_too() {
        assertThat(FileName.of("a." + "x".repeat(4096)).text()).hasSize(255);
    }

    @Test
    void honest_names_stay_as_they_are() {
        for (String name :
                new String[] {"Rechnung Nr. 5 (März).pdf", "写真.png", "a.tar.gz", "100% off.txt", "naïve.txt"}) {
            assertThat(FileName.of(name).text()).isEqualTo(name);
        }
    }

    @Test
    void the_ending_is_what_stands_behind_the_last_dot() {
        assertThat(FileName.of("photo.png.EXE").extension()).isEqualTo("exe");
        assertThat(FileName.of("README").extension()).isEmpty();
    }
}
