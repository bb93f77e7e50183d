package dev.parley.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plays {@code visitors_day.story}. */
@Tag("CHAT-4")
@Tag("CHAT-10")
@Tag("CHAT-11")
class VisitorsDayIT {
    @Test
    void a_visitor_writes_loses_the_line_and_comes_back() {
        try (Browsers browsers = new Browsers()) {
            Story.play("visitors_day", VisitorSteps.onAWire(browsers), AgentSteps.onAWire(browsers));
        }
    }
}
