package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ChatClient;
import dev.parley.running.PageClient;
import dev.parley.running.RunningParley;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LifeIT {
    @Test
    @Tag("CHAT-17")
    @Tag("CHAT-20")
    void what_happens_stands_in_the_timeline_with_who_did_it() {
        try (var chat = new Chat()) {
            chat.agent.ask(frame("close").add("conversation", chat.conversation));
            chat.visitor.expect("closed", f -> f.getString("status", "").equals("closed"));
            chat.visitor.say(chat.conversation, "One more thing");

            List<JsonObject> events = chat.history().getJsonArray("messages").getValuesAs(JsonObject.class).stream()
                    .filter(m -> m.getString("kind").equals("event"))
                    .map(m -> m.getJsonObject("event"))
                    .toList();
            assertThat(events.stream().map(e -> e.getString("type"))).startsWith("joined", "closed", "reopened");
            assertThat(events.get(1).getJsonObject("by").getString("name")).isEqualTo("Anna Agent");
        }
    }

    @Test
    @Tag("WID-13")
    void a_visitor_learns_who_answers_what_that_person_does_and_from_which_department() {
        try (var chat = new Chat()) {
            JsonObject assigned = chat.visitor.heard().stream()
                    .filter(f -> f.getString("type").equals("assigned"))
                    .findFirst()
                    .orElseThrow();
            assertThat(introduced(assigned)).containsExactly("Anna Agent", "Adviser", "/shop/art/mia.svg", "Support");

            try (var later = chat.visitorWith(Map.of())) {
                JsonObject listed =
                        later.expect("welcome").getJsonArray("conversations").getJsonObject(0);
                assertThat(introduced(listed)).isEqualTo(introduced(assigned));
            }
            assertThat(new PageClient(chat.parley.url())
                            .get("/shop/art/mia.svg")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static List<String> introduced(JsonObject told) {
        JsonObject agent = told.getJsonObject("agent");
        return List.of(
                agent.getString("name"),
                agent.getString("title"),
                agent.getString("avatar"),
                told.getJsonObject("department").getString("name"));
    }

    @Test
    @Tag("CHAT-21")
    void a_visitor_has_several_conversations_lists_them_and_goes_on_with_any() {
        RunningParley parley = RunningParley.shared();
        String token = parley.rest().visitor("acme");
        try (var first = ChatClient.connect(parley.url().resolve("/ws/visitor"), token)) {
            String one = first.say(null, "About my order").getString("conversation");
            String two = first.say(null, "Something else").getString("conversation");

            try (var later = ChatClient.connect(parley.url().resolve("/ws/visitor"), token)) {
                var listed = later.heard().get(0).getJsonArray("conversations").getValuesAs(JsonObject.class);
                assertThat(listed.stream().map(c -> c.getString("id"))).containsExactly(two, one);
                assertThat(later.say(one, "And another question").getInt("seq")).isEqualTo(2);
                first.expect("the other tab's words", f -> "And another question".equals(f.getString("text", null)));
                later.ask(frame("close").add("conversation", one));
                later.ask(frame("close").add("conversation", two));
            }
        }
    }

    @Test
    @Tag("CHAT-20")
    void with_nobody_there_a_first_message_waits_as_a_message() {
        RunningParley parley = RunningParley.shared();
        try (var visitor = parley.visitor("globex");
                var agent = parley.agent("agent@globex.example")) {
            String conversation = visitor.say(null, "Call me back").getString("conversation");

            JsonObject told = agent.expect("status");

            assertThat(told.getJsonObject("summary").getString("id")).isEqualTo(conversation);
            assertThat(told.getJsonObject("summary").getString("origin")).isEqualTo("message");
            assertThat(told.getString("status")).isEqualTo("waiting");
            visitor.ask(frame("close").add("conversation", conversation));
        }
    }
}
