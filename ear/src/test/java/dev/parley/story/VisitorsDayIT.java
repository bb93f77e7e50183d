package dev.parley.story;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plays {@code visitors_day.story}. */
@Tag("CHAT-5")
@Tag("CHAT-10")
@Tag("CHAT-11")
class VisitorsDayIT {
    @Test
    void a_visitor_on_a_train_is_helped() {
        try (Wire wire = new Wire();
                Browsers browsers = new Browsers()) {
            Widget widget = new Widget(browsers.newPerson(wire));
            Story.play(
                    "visitors_day",
                    new VisitorSteps(widget),
                    new VisitorLineSteps(widget, wire),
                    new AgentSteps(browsers));
        }
    }
}
