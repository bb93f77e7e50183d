package dev.parley.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plays {@code transfer.story}. */
@Tag("CHAT-17")
class TransferIT {
    @Test
    void an_agent_hands_a_conversation_to_a_colleague() {
        try (Browsers browsers = new Browsers()) {
            Story.play("transfer", new VisitorSteps(browsers), new AgentSteps(browsers), new ColleagueSteps(browsers));
        }
    }
}
