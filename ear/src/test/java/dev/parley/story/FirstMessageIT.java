package dev.parley.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plays {@code first_message.story}. */
@Tag("CHAT-1")
class FirstMessageIT {
    @Test
    void the_first_message_between_a_visitor_and_an_agent() {
        try (Browsers browsers = new Browsers()) {
            Story.play("first_message", new VisitorSteps(browsers), new AgentSteps(browsers));
        }
    }
}
