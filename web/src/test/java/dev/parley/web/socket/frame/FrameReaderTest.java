package dev.parley.web.socket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
    @Test
    @Tag("CHAT-4")
    void hello_names_what_the_client_has() {
        var frame = FrameReader.read("{\"type\":\"hello\",\"token\":\"t\",\"resume\":{\"c1\":7,\"c2\":0}}");

        assertThat(frame).isEqualTo(new ClientFrame.Hello("t", Map.of("c1", 7L, "c2", 0L)));
    }

    @Test
    void send_carries_text_files_and_reply() {
        var frame = FrameReader.read("""
                {"type":"send","ref":"1","clientId":"u","conversation":"c","text":"hi\\n\\u20ac","files":["f"],"replyTo":"c-1","newer":{}}""");

        assertThat(frame)
                .isEqualTo(new ClientFrame.Send("1", "u", "c", null, "hi\n\u20ac", List.of("f"), "c-1", Map.of()));
    }

    @Test
    @Tag("CHAT-23")
    void a_form_holds_text_and_boxes_and_what_is_null_is_not_said() {
        var frame = FrameReader.read("""
                {"type":"send","clientId":"u","text":"hi","form":{"email":"a@example.org","news":true,"calls":false,"name":null}}""");

        assertThat(((ClientFrame.Send) frame).form())
                .isEqualTo(Map.of("email", "a@example.org", "news", "true", "calls", "false"));
    }

    @Test
    void a_transfer_goes_to_one_agent_or_one_department() {
        assertThat(FrameReader.read("{\"type\":\"transfer\",\"conversation\":\"c\",\"to\":{\"agent\":\"a\"}}"))
                .isEqualTo(new ClientFrame.Transfer(null, "c", "a", null, null));
        assertThatThrownBy(() -> FrameReader.read(
                        "{\"type\":\"transfer\",\"conversation\":\"c\",\"to\":{\"agent\":\"a\",\"department\":\"d\"}}"))
                .isInstanceOf(FrameReader.Refusal.class);
    }

    @Test
    @Tag("CON-9")
    void a_view_names_one_conversation_or_none() {
        assertThat(FrameReader.read("{\"type\":\"view\",\"ref\":\"1\",\"conversation\":\"c\"}"))
                .isEqualTo(new ClientFrame.View("1", "c"));
        assertThat(FrameReader.read("{\"type\":\"view\"}")).isEqualTo(new ClientFrame.View(null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"hello\"",
                "{",
                "{}",
                "{\"type\":1}",
                "{\"type\":\"ping\"}{\"type\":\"ping\"}",
                "{\"type\":\"ping\"} x",
                "{\"type\":\"shout\"}",
                "{\"type\":\"hello\"}",
                "{\"type\":\"hello\",\"token\":\"t\",\"resume\":[]}",
                "{\"type\":\"hello\",\"token\":\"t\",\"resume\":{\"c\":-1}}",
                "{\"type\":\"hello\",\"token\":\"t\",\"resume\":{\"c\":1.5}}",
                "{\"type\":\"read\",\"conversation\":\"c\",\"seq\":1e999999999}",
                "{\"type\":\"read\",\"conversation\":\"c\",\"seq\":99999999999999999999}",
                "{\"type\":\"send\",\"clientId\":\"u\",\"files\":[1]}",
                "{\"type\":\"send\",\"clientId\":\"u\",\"form\":[]}",
                "{\"type\":\"send\",\"clientId\":\"u\",\"form\":{\"name\":1}}",
                "{\"type\":\"send\",\"clientId\":\"u\",\"form\":{\"a name of more than sixty-four characters, which no field has or will have\":true}}",
                "{\"type\":\"typing\",\"conversation\":\"c\",\"on\":\"yes\"}",
            })
    void what_is_not_a_frame_is_refused_by_name(String text) {
        assertThatThrownBy(() -> FrameReader.read(text))
                .isInstanceOf(FrameReader.Refusal.class)
                .hasMessageMatching("\\p{Print}+");
    }

    @Test
    void a_refusal_carries_the_clients_ref() {
        assertThatThrownBy(() -> FrameReader.read("{\"type\":\"shout\",\"ref\":\"r7\"}"))
                .isInstanceOfSatisfying(
                        FrameReader.Refusal.class, e -> assertThat(e.ref()).isEqualTo("r7"));
    }

    @Test
    void a_nest_of_brackets_is_refused_and_harmless() {
        String nest = "{\"type\":\"ping\",\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";

        assertThatThrownBy(() -> FrameReader.read(nest)).isInstanceOf(FrameReader.Refusal.class);
    }

    @Test
    @Tag("CHAT-14")
    void what_is_written_is_read_back_to_the_letter() {
        String nasty = "\"\\\b\f\n\r\t\u0000\u001f<script>\u2028\ud83d\ude00\u202e";
        String json =
                JsonText.frame("send").with("clientId", "u").with("text", nasty).toString();

        assertThat(FrameReader.read(json))
                .isEqualTo(new ClientFrame.Send(null, "u", null, null, nasty, List.of(), null, Map.of()));
    }
}
