package dev.parley.story;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plays {@code link.story}, on a desktop and on a phone. */
@Tag("WID-2")
@Tag("WID-15")
class LinkIT {
    @Test
    void a_link_is_a_chat_on_a_desktop() {
        try (Browsers browsers = new Browsers()) {
            play(browsers, browsers.newPerson());
        }
    }

    @Test
    void a_link_is_a_chat_on_a_phone() {
        try (Browsers browsers = new Browsers()) {
            play(browsers, browsers.newPersonOnAPhone());
        }
    }

    private static void play(Browsers browsers, Page visitor) {
        Story.play("link", new VisitorSteps(new Widget(visitor)), new AgentSteps(browsers));
    }
}
