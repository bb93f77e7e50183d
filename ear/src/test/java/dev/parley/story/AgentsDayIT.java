package dev.parley.story;

import dev.parley.running.RunningParley;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plays {@code agents_day.story}. */
@Tag("CON-3")
@Tag("CHAT-4")
class AgentsDayIT {
    @Test
    void an_agent_at_home_forgets_nobody() {
        try (Wire wire = new Wire();
                Browsers browsers = new Browsers()) {
            Console console = new Console(browsers.newPerson(wire), RunningParley.shared());
            Story.play(
                    "agents_day",
                    new VisitorSteps(browsers),
                    new AgentSteps(console),
                    new AgentLineSteps(console, wire),
                    new OfferSteps(console));
        }
    }
}
