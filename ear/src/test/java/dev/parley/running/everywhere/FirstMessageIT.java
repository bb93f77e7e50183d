package dev.parley.running.everywhere;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ChatClient;
import dev.parley.running.RunningParley;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The one thing that must work wherever Parley is deployed. */
@Tag("CHAT-1")
class FirstMessageIT {
    @Test
    void a_message_goes_from_the_visitor_to_the_agent_and_one_comes_back() {
        RunningParley parley = RunningParley.shared();
        try (ChatClient agent = parley.agent("agent1@acme.example");
                ChatClient visitor = parley.visitor("acme")) {
            agent.ask(frame("presence").add("status", "available"));

            String conversation = visitor.say(null, "Is anybody there?").getString("conversation");
            expectOffer(agent, conversation, "Is anybody there?");
            agent.ask(frame("accept").add("conversation", conversation));
            agent.ask(frame("open").add("conversation", conversation));
            agent.say(conversation, "Yes, what can I do for you?");

            assertThat(visitor.expect("the agent's text", frame -> frame.containsKey("text"))
                            .getString("text"))
                    .isEqualTo("Yes, what can I do for you?");
            agent.ask(frame("close").add("conversation", conversation));
            agent.ask(frame("presence").add("status", "offline"));
        }
    }

    /** What other tests left waiting on this server is offered too, and first. */
    private static void expectOffer(ChatClient agent, String conversation, String about) {
        JsonObject offered = agent.expect("offer");
        while (!offered.getString("conversation").equals(conversation)) {
            agent.send(frame("decline").add("conversation", offered.getString("conversation")));
            offered = agent.expect("offer");
        }
        assertThat(offered.getString("preview")).isEqualTo(about);
    }
}
