package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ChatClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CON-9")
class ViewersIT {
    private static final String COLLEAGUE = "supervisor@acme.example";

    @Test
    void who_has_a_conversation_in_front_learns_who_else_has_until_the_view_or_the_socket_goes() {
        try (var chat = new Chat()) {
            view(chat.agent, chat.conversation);
            try (ChatClient colleague = chat.parley.agent(COLLEAGUE)) {
                view(colleague, chat.conversation);
                told(chat.agent, "Anna Agent", "Sven Supervisor");
                told(colleague, "Anna Agent", "Sven Supervisor");

                colleague.ask(frame("view"));
                told(chat.agent, "Anna Agent");
                view(colleague, chat.conversation);
                told(chat.agent, "Anna Agent", "Sven Supervisor");
            }
            told(chat.agent, "Anna Agent");
        }
    }

    @Test
    void several_windows_of_one_agent_are_one_viewer() {
        try (var chat = new Chat();
                ChatClient window = chat.parley.agent(Chat.AGENT);
                ChatClient colleague = chat.parley.agent(COLLEAGUE)) {
            view(chat.agent, chat.conversation);
            view(window, chat.conversation);
            view(colleague, chat.conversation);

            told(colleague, "Anna Agent", "Sven Supervisor");
        }
    }

    @Test
    void a_colleague_who_writes_is_told_to_those_who_have_it_in_front_and_notes_are_not() {
        try (var chat = new Chat();
                ChatClient colleague = chat.parley.agent(COLLEAGUE)) {
            // to have it in front is to follow it: nothing else was asked for
            view(colleague, chat.conversation);
            colleague.send(
                    frame("typing").add("conversation", chat.conversation).add("on", true));

            JsonObject typing = chat.agent.expect("typing");
            assertThat(typing.getJsonObject("by").getString("name")).isEqualTo("Sven Supervisor");
            assertThat(typing.getJsonObject("by").getString("kind")).isEqualTo("agent");
        }
    }

    @Test
    @Tag("SEC-3")
    void visitors_and_those_who_look_elsewhere_hear_nothing_of_it() {
        try (var chat = new Chat();
                ChatClient colleague = chat.parley.agent(COLLEAGUE);
                ChatClient elsewhere = chat.parley.agent("agent2@acme.example")) {
            view(chat.agent, chat.conversation);
            view(colleague, chat.conversation);
            told(chat.agent, "Anna Agent", "Sven Supervisor");

            for (ChatClient other : List.of(chat.visitor, elsewhere)) {
                other.send(frame("ping"));
                other.expect("pong");
                assertThat(other.heard().toString()).doesNotContain("viewers").doesNotContain("Sven Supervisor");
            }
        }
    }

    @Test
    void who_gives_a_conversation_away_has_it_in_front_no_longer() {
        try (var chat = new Chat();
                ChatClient colleague = chat.parley.agent(COLLEAGUE)) {
            view(chat.agent, chat.conversation);
            view(colleague, chat.conversation);
            told(colleague, "Anna Agent", "Sven Supervisor");
            colleague.ask(frame("presence").add("status", "busy"));

            JsonObject me = colleague.heard().get(0).getJsonObject("agent");
            colleague.ask(frame("transfer")
                    .add("conversation", chat.conversation)
                    .add("to", Json.createObjectBuilder().add("agent", me.getString("id"))));

            told(colleague, "Sven Supervisor");
            told(chat.agent);
            colleague.ask(frame("presence").add("status", "offline"));
        }
    }

    private static void view(ChatClient agent, String conversation) {
        agent.ask(frame("view").add("conversation", conversation));
    }

    private static void told(ChatClient agent, String... names) {
        agent.expect(
                "viewers " + List.of(names),
                f -> "viewers".equals(f.getString("type"))
                        && f.getJsonArray("agents").getValuesAs(JsonObject.class).stream()
                                .map(a -> a.getString("name"))
                                .toList()
                                .equals(List.of(names)));
    }
}
