package dev.parley.sip.container.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import javax.servlet.sip.ServletParseException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("VOX-13")
class HeaderLinesTest {
    private static HeaderLines of(String message) {
        return HeaderLines.of(message.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void names_know_no_case_and_compact_ones_are_long_ones() {
        HeaderLines lines =
                of("OPTIONS sip:a SIP/2.0\r\nv: one\r\nVIA: two\r\nSubject : s\r\n\r\nVia: in the body\r\n");

        assertThat(lines.startLine()).isEqualTo("OPTIONS sip:a SIP/2.0");
        assertThat(lines.lines("via")).containsExactly("one", "two");
        assertThat(lines.first("s")).contains("s");
        assertThat(lines.names()).containsExactly("Via", "VIA", "Subject");
    }

    @Test
    void folded_lines_are_one() {
        assertThat(of("A b c\r\nTo:\r\n <sip:a>\r\n\t;tag=1\r\n\r\n").first("To"))
                .contains("<sip:a> ;tag=1");
    }

    @Test
    void commas_part_values_outside_of_quotes_and_brackets_only() throws ServletParseException {
        HeaderLines lines = of("A b c\r\nContact: \"a, b\" <sip:a;x=\",\">, <sip:b,c>\r\nm: <sip:d>\r\n"
                + "Authorization: Digest a=\"1\", b=\"2\"\r\n\r\n");

        assertThat(lines.values("Contact")).containsExactly("\"a, b\" <sip:a;x=\",\">", "<sip:b,c>", "<sip:d>");
        assertThat(lines.values("Authorization")).hasSize(1);
        assertThatThrownBy(() -> of("A b c\r\nContact: \"open\r\n\r\n").values("Contact"))
                .isInstanceOf(ServletParseException.class);
    }

    @Test
    void lines_are_added_replaced_and_removed() {
        HeaderLines lines = new HeaderLines();
        lines.add("Contact", "b", false);
        lines.add("m", "a", true);
        lines.add("Allow", "x", false);
        assertThat(lines.lines("Contact")).containsExactly("a", "b");

        lines.set("CONTACT", "c");
        assertThat(lines.lines("Contact")).containsExactly("c");
        lines.remove("m");
        assertThat(lines.names()).containsExactly("Allow");
    }
}
