package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CHAT-22")
class PreChatTest {
    private static final PreChat FORM = form("""
            {"department": true, "consent": {"en": "I agree.", "de": "Einverstanden."}, "fields": [
              {"name": "name", "kind": "text", "texts": {"en": {"label": "Name"}}},
              {"name": "email", "kind": "email", "required": true, "texts": {"en": {"label": "E-mail", "help": "For the answer."}}},
              {"name": "phone", "kind": "phone", "texts": {"en": {"label": "Phone"}}},
              {"name": "order", "kind": "text", "pattern": "[A-Z]{2}-\\\\d{6}", "texts": {"en": {"label": "Order"}}},
              {"name": "topic", "kind": "choice", "texts": {
                "en": {"label": "Topic", "choices": ["Tents", "Boats"]}, "de": {"label": "Thema", "choices": ["Zelte", "Boote"]}}},
              {"name": "news", "kind": "checkbox", "texts": {"en": {"label": "News"}}}]}""");

    private static PreChat form(String json) {
        return PreChatJson.read(object(json), PreChat.NONE);
    }

    private static JsonObject object(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    private static List<FormAnswer> answers(Map<String, String> said) {
        return FORM.answers(said, "en", null);
    }

    @Test
    void the_answers_are_kept_in_the_words_in_which_the_site_asks_them() {
        var said =
                Map.of("email", " mia@example.org ", "topic", "Boote", "news", "true", "order", "", "consent", "true");

        assertThat(answers(said))
                .containsExactly(
                        new FormAnswer("email", "email", "E-mail", "mia@example.org"),
                        new FormAnswer("topic", "choice", "Topic", "Boats"),
                        new FormAnswer("news", "checkbox", "News", "true"),
                        new FormAnswer("consent", "checkbox", "I agree.", "true"));
        assertThat(PreChatJson.kept(PreChatJson.keep(FORM))).isEqualTo(FORM);
    }

    @ParameterizedTest
    @CsvSource({
        "email, ''",
        "email, mia",
        "phone, call me",
        "phone, ()",
        "order, AB-12345",
        "order, xAB-123456",
        "topic, Cars",
        "news, yes",
        "consent, false",
        "consent, ''",
        "iban, DE02"
    })
    void what_is_missing_does_not_fit_or_is_not_asked_is_refused_by_name(String name, String said) {
        Map<String, String> all = new java.util.HashMap<>(Map.of("email", "mia@example.org", "consent", "true"));
        all.put(name, said);

        assertThatThrownBy(() -> answers(all)).isInstanceOf(Invalid.class).hasMessageContaining("'" + name + "'");
    }

    @Test
    void a_text_is_bounded_and_a_box_that_is_not_ticked_says_nothing() {
        var said = Map.of("email", "mia@example.org", "consent", "true", "news", "false");
        assertThat(answers(said)).hasSize(2);
        for (var long_ : Map.of("name", 121, "order", 501, "phone", 41).entrySet()) {
            Map<String, String> all = new java.util.HashMap<>(said);
            all.put(long_.getKey(), "1".repeat(long_.getValue()));
            assertThatThrownBy(() -> answers(all)).as(long_.getKey()).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void whoever_agreed_before_agreed_to_that_text_and_to_no_later_one() {
        Instant morning = Instant.parse("2026-11-28T08:00:00Z");
        PreChat asked = FORM.since(PreChat.NONE, morning);
        Map<String, String> said = Map.of("email", "mia@example.org");

        assertThat(asked.answers(said, "en", morning.plusSeconds(1))).hasSize(2);
        PreChat again = PreChatJson.read(object("{\"consent\": {\"en\": \"More.\"}}"), asked)
                .since(asked, morning.plusSeconds(60));
        assertThat(again.fields()).as("what was not said stays").isEqualTo(asked.fields());
        assertThatThrownBy(() -> again.answers(said, "en", morning.plusSeconds(1)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("consent");
        PreChat other =
                PreChatJson.read(object("{\"department\": false}"), again).since(again, morning.plusSeconds(90));
        assertThat(other.consentSince()).as("the text is the same").isEqualTo(morning.plusSeconds(60));
        assertThat(PreChatJson.kept(PreChatJson.keep(other))).isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fields\": {}}",
                "{\"fields\": [1]}",
                "{\"department\": 1}",
                "{\"consent\": {\"en\": 1}}",
                "{\"consent\": {\"<b>\": \"x\"}}",
                "{\"fields\": [{\"name\": \"a b\", \"kind\": \"text\", \"texts\": {\"en\": {\"label\": \"x\"}}}]}",
                "{\"fields\": [{\"name\": \"consent\", \"kind\": \"text\", \"texts\": {\"en\": {\"label\": \"x\"}}}]}",
                "{\"fields\": [{\"name\": \"email\", \"kind\": \"text\", \"texts\": {\"en\": {\"label\": \"x\"}}}]}",
                "{\"fields\": [{\"name\": \"a\", \"kind\": \"date\", \"texts\": {\"en\": {\"label\": \"x\"}}}]}",
                "{\"fields\": [{\"name\": \"a\", \"kind\": \"text\", \"texts\": {}}]}",
                "{\"fields\": [{\"name\": \"a\", \"kind\": \"text\", \"texts\": {\"en\": {\"label\": \" \"}}}]}",
                "{\"fields\": [{\"name\": \"a\", \"kind\": \"choice\", \"texts\": {\"en\": {\"label\": \"x\"}}}]}",
                "{\"fields\": [{\"name\": \"a\", \"kind\": \"choice\", \"texts\": {\"en\": {\"label\": \"x\", \"choices\": [\"1\", \"1\"]}}}]}",
                "{\"fields\": [{\"name\": \"a\", \"kind\": \"choice\", \"texts\": {\"en\": {\"label\": \"x\", \"choices\": [\"1\", \"2\"]},"
                        + " \"de\": {\"label\": \"x\", \"choices\": [\"1\"]}}}]}",
                "{\"fields\": [{\"name\": \"a\", \"kind\": \"phone\", \"pattern\": \"1\", \"texts\": {\"en\": {\"label\": \"x\"}}}]}",
                "{\"fields\": [{\"name\": \"a\", \"kind\": \"text\", \"texts\": {\"en\": {\"label\": \"x\"}}},"
                        + " {\"name\": \"a\", \"kind\": \"text\", \"texts\": {\"en\": {\"label\": \"x\"}}}]}"
            })
    void what_is_no_form_is_refused(String json) {
        assertThatThrownBy(() -> form(json)).isInstanceOf(Invalid.class);
    }

    @Test
    void a_form_is_bounded() {
        var fields = Json.createArrayBuilder();
        for (int i = 0; i <= PreChat.MOST_FIELDS; i++)
            fields.add(Json.createObjectBuilder()
                    .add("name", "f" + i)
                    .add("kind", "text")
                    .add("texts", object("{\"en\": {\"label\": \"x\"}}")));
        JsonObject many = Json.createObjectBuilder().add("fields", fields).build();

        assertThatThrownBy(() -> PreChatJson.read(many, PreChat.NONE)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> form("{\"consent\": {\"en\": \"" + "x".repeat(1001) + "\"}}"))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+", "(a|a)*", "(.*)(.*)(.*)(.*)(.*)(.*)x", "([a-z]+)*\\d", "(a|aa)+"})
    void no_pattern_ponders(String text) {
        AnswerPattern pattern = AnswerPattern.of(text);

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 100; i++)
                assertThat(pattern.matches("a".repeat(499) + "!")).isFalse();
        });
        assertThat(pattern.quickEverywhere())
                .as("browsers would ponder over it, and do not get it")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "a{2,1}", "(?=a)b", "(a)\\1", "[z-a]", "((a{100}){100}){100}", "a{1001}", "(a{0,99}){0,99}"
            })
    void what_is_no_pattern_or_too_big_is_refused(String text) {
        assertThatThrownBy(() -> AnswerPattern.of(text)).isInstanceOf(Invalid.class);
    }

    @Test
    void a_plain_pattern_is_for_the_browser_too() {
        assertThat(AnswerPattern.of("[A-Z]{2}-\\d{6}").quickEverywhere()).isTrue();
        assertThat(AnswerPattern.of("[A-Z]{2}-\\d{6}").matches("AB-123456")).isTrue();
        assertThatThrownBy(() -> AnswerPattern.of("x".repeat(AnswerPattern.LONGEST + 1)))
                .isInstanceOf(Invalid.class);
    }
}
