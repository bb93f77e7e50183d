package dev.parley.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plays {@code agents_day.story}. */
@Tag("CHAT-4")
@Tag("CHAT-5")
@Tag("CON-3")
class AgentsDayIT {
    @Test
    void an_agent_works_by_keyboard_loses_the_line_and_goes_on() {
        try (Browsers browsers = new Browsers()) {
            Story.play("agents_day", VisitorSteps.onAWire(browsers), AgentSteps.onAWire(browsers));
        }
    }
}
