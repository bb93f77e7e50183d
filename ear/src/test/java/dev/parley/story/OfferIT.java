package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An offer as the agent sees and hears it. */
@Tag("CON-3")
class OfferIT {
    /** Tells what the system was asked to show and how often a tone was begun; the page lies behind another. */
    private static final String WITNESS = """
            window.shown = []; window.tones = 0; window.behind = false;
            window.Notification = class { static permission = 'granted'; static requestPermission = async () => 'granted';
                constructor(title, { body }) { window.shown.push(title + ': ' + body); } close() {} };
            Object.defineProperty(Document.prototype, 'visibilityState', { get: () => window.behind ? 'hidden' : 'visible' });
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (at) { window.tones++; start.call(this, at); };
            """;

    private final RunningParley parley = RunningParley.shared();
    private final String word = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void it_says_who_from_where_about_what_and_how_long_it_stands_and_rings() {
        try (Browsers browsers = new Browsers();
                ChatClient visitor = visitor()) {
            Page page = browsers.newPerson(new Browser.NewContextOptions().setViewportSize(1280, 900));
            page.addInitScript(WITNESS);
            Console console = new Console(page, parley);
            console.signIn("agent1@acme.example");
            console.choosePresence("available");
            page.getByText("All answered").waitFor();
            // browsers let no page be heard that nobody has touched
            page.mouse().click(640, 800);
            page.evaluate("window.behind = true");

            visitor.say(null, "Does it ship to Japan? " + word);

            Locator offer = console.offer();
            offer.getByText("Does it ship to Japan? " + word).waitFor();
            offer.getByText("Ridge 3 tent").waitFor();
            assertThat(offer.innerText()).contains("Yuki " + word, "Support", "Waited 0:");
            int before = seconds(offer);
            page.waitForCondition(() -> seconds(offer) < before);
            assertThat(before).isBetween(1, 30);
            assertThat((List<?>) page.evaluate("window.shown"))
                    .singleElement()
                    .asString()
                    // the words where they are here before the offer, else whom they are for
                    .matches("Yuki " + word + ": (Does it ship to Japan\\? " + word + "|Support)");
            assertThat((int) page.evaluate("window.tones")).isPositive();
            page.waitForCondition(() -> page.title().startsWith("(1) "));

            page.keyboard().press("a");
            console.seeInTimeline("Does it ship to Japan? " + word);
            assertThat(console.ownConversation(word).isVisible()).isTrue();
            console.close();
        }
    }

    @Test
    void who_wants_no_sound_hears_none_and_still_sees_it() {
        try (Browsers browsers = new Browsers();
                ChatClient visitor = visitor()) {
            Page page = browsers.newPerson();
            page.addInitScript(WITNESS);
            Console console = new Console(page, parley);
            console.signIn("agent2@acme.example");
            page.keyboard().press("Control+k");
            page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Do anything"))
                    .fill("sound");
            page.keyboard().press("Enter");
            page.evaluate("window.tones = 0");
            console.choosePresence("available");

            visitor.say(null, "Is it quiet? " + word);

            console.offer().getByText("Is it quiet? " + word).waitFor();
            assertThat((int) page.evaluate("window.tones")).isZero();
            page.keyboard().press("d");
            console.offer().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            console.takeFromQueue(word);
            console.close();
        }
    }

    private static int seconds(Locator offer) {
        return Integer.parseInt(offer.locator(".pw-ring").innerText().strip());
    }

    private ChatClient visitor() {
        var about = Json.createObjectBuilder()
                .add("name", "Yuki " + word)
                .add(
                        "page",
                        Json.createObjectBuilder()
                                .add("url", "https://acme.example/tents/ridge-3")
                                .add("title", "Ridge 3 tent"))
                .build();
        String token = ParleyRest.json(parley.rest().post("/api/v1/sites/acme/visitors", null, about))
                .getString("token");
        return ChatClient.connect(parley.url().resolve("/ws/visitor"), token);
    }
}
