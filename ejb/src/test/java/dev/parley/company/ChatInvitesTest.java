package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.StringReader;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("WID-17")
class ChatInvitesTest {
    private static JsonArray json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readArray();
    }

    private static ChatInvites read(String text) {
        return ChatInvitesJson.read(json(text));
    }

    @Test
    void what_is_not_said_is_usual_and_what_is_kept_comes_back() {
        ChatInvites invites = read(
                "[{'texts': {'en': ' Comparing tents? ', 'de': ''}, 'page': '/größe/*'},"
                        + " {'id': 'b2', 'on': false, 'seconds': 30, 'pages': 3, 'visitor': 'returning', 'texts': {'en': 'Back?'}}]");

        ChatInvite first = invites.rules().get(0);
        assertThat(first.id()).matches("[a-z0-9]{1,5}");
        assertThat(first.on()).isTrue();
        assertThat(first.visitor()).isEqualTo(ChatInvite.Visitor.ANY);
        assertThat(first.texts()).containsOnly(Map.entry("en", "Comparing tents?"));
        assertThat(first.text("ar", "en")).isEqualTo("Comparing tents?");
        assertThat(ChatInvitesJson.kept(ChatInvitesJson.keep(invites))).isEqualTo(invites);
        assertThat(ChatInvitesJson.kept("[]")).isEqualTo(ChatInvites.NONE);
        assertThat(ChatInvitesJson.keep(ChatInvites.NONE)).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{}]",
                "['x']",
                "[{'texts': {}}]",
                "[{'texts': {'en': ' '}}]",
                "[{'texts': {'e n': 'x'}}]",
                "[{'texts': {'en': 5}}]",
                "[{'texts': {'en': 'x'}, 'seconds': -1}]",
                "[{'texts': {'en': 'x'}, 'seconds': 3601}]",
                "[{'texts': {'en': 'x'}, 'seconds': 1.5}]",
                "[{'texts': {'en': 'x'}, 'pages': 0}]",
                "[{'texts': {'en': 'x'}, 'pages': 101}]",
                "[{'texts': {'en': 'x'}, 'page': 'tents'}]",
                "[{'texts': {'en': 'x'}, 'visitor': 'all'}]",
                "[{'texts': {'en': 'x'}, 'on': 'yes'}]",
                "[{'texts': {'en': 'x'}, 'id': 'A-1'}]",
                "[{'id': 'a', 'texts': {'en': 'x'}}, {'id': 'a', 'texts': {'en': 'y'}}]"
            })
    void what_is_no_rule_is_refused(String said) {
        assertThatThrownBy(() -> read(said)).isInstanceOf(Invalid.class);
    }

    @Test
    void there_is_an_end_to_words_and_to_rules() {
        String text = "x".repeat(ChatInvite.LONGEST);
        String rule = "{'texts': {'en': '" + text + "'}}";

        assertThat(read("[" + rule + "]").rules()).hasSize(1);
        assertThatThrownBy(() -> read("[{'texts': {'en': 'x" + text + "'}}]")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        read(Collections.nCopies(ChatInvites.MOST + 1, rule).toString()))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void the_button_knows_what_all_rules_have_in_common() {
        assertThat(ChatInvites.NONE.first()).isNull();
        assertThat(read("[{'on': false, 'texts': {'en': 'x'}}]").first()).isNull();

        ChatInvites.First first = read("[{'seconds': 20, 'page': '/tents/*', 'texts': {'en': 'x'}},"
                        + " {'seconds': 5, 'page': '/cart', 'texts': {'en': 'y'}}]")
                .first();
        assertThat(first.seconds()).isEqualTo(5);
        assertThat(Pattern.compile(first.paths()).matcher("/tents/ridge").find())
                .isTrue();
        assertThat(Pattern.compile(first.paths()).matcher("/cart").find()).isTrue();
        assertThat(Pattern.compile(first.paths()).matcher("/cart/2").find()).isFalse();
        assertThat(Pattern.compile(first.paths()).matcher("/my/cart").find()).isFalse();

        assertThat(read("[{'seconds': 20, 'page': '/a', 'texts': {'en': 'x'}}, {'seconds': 9, 'texts': {'en': 'y'}}]")
                        .first())
                .isEqualTo(new ChatInvites.First(9, ""));
    }

    @Test
    void where_pages_are_counted_or_visitors_known_again_every_page_takes_part() {
        for (String what : Set.of("'pages': 2", "'visitor': 'new'", "'visitor': 'returning'"))
            assertThat(read("[{'seconds': 20, 'page': '/a', " + what + ", 'texts': {'en': 'x'}}]")
                            .first())
                    .as(what)
                    .isEqualTo(new ChatInvites.First(1, ""));
    }

    @Test
    void an_id_is_nobody_elses() {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < 1000; i++) ChatInvitesJson.fresh(taken);

        assertThat(taken).hasSize(1000).allMatch(id -> id.matches("[a-z0-9]{1,5}"));
    }
}
