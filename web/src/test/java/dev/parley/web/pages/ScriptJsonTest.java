package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("WID-3")
@Tag("SEC-5")
class ScriptJsonTest {
    @Test
    void nothing_in_a_text_can_end_the_script_or_its_line() {
        String escaped = ScriptJson.escape("{\"a\":\"</script><!-- ]]> & \u2028 \u2029\"}");

        assertThat(escaped).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    }

    @Test
    void it_still_says_the_same() {
        String every = IntStream.range(0x20, 0x3000)
                .filter(c -> c != '"' && c != '\\')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(unescape(ScriptJson.escape("\"" + every + "\""))).isEqualTo("\"" + every + "\"");
    }

    @Test
    void plain_json_stays_as_it_is() {
        assertThat(ScriptJson.escape("{\"a\":[1,true,null]}")).isEqualTo("{\"a\":[1,true,null]}");
    }

    /** As a JSON reader reads the escapes. */
    private static String unescape(String json) {
        return java.util.regex.Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(json)
                .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
    }
}
