package dev.parley.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.ChatClient;
import dev.parley.running.RunningParley;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A phone is turned, and much is written on it: what was said last stays in view on both sides. */
class TurnedPhoneIT {
    private static final int SHORT = 390;
    private static final int LONG = 844;
    private static final int MESSAGES = 12;
    private static final String AT_END = "log => log.scrollHeight - log.scrollTop - log.clientHeight < 2";
    private static final String SCROLLS = "log => log.scrollHeight > 2 * log.clientHeight";
    /** What one writes in, of either side. */
    private static final String FIELD = ".pw-composer textarea, .compose textarea";

    private final RunningParley parley = RunningParley.shared();
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final String words = "A tent that leaks, and a pole that is broken. ".repeat(4) + word;
    private final Browsers browsers = new Browsers();
    private final Page page = browsers.newPerson(
            new Browser.NewContextOptions().setViewportSize(SHORT, LONG).setHasTouch(true));

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    @Tag("CON-1")
    void the_agent_still_sees_what_was_said_last() {
        try (ChatClient visitor = parley.visitor("acme")) {
            String conversation = visitor.say(null, words).getString("conversation");
            Console console = new Console(page, parley);
            console.signIn("agent2@acme.example");
            console.takeFromQueue(word);
            for (int i = 1; i < MESSAGES; i++) visitor.say(conversation, i + " " + words);
            console.seeInTimeline(MESSAGES - 1 + " " + words);

            staysAtEnd(page.getByRole(AriaRole.LOG));
            visitor.ask(ChatClient.frame("close").add("conversation", conversation));
        }
    }

    @Test
    @Tag("WID-15")
    void the_visitor_still_sees_what_was_said_last() {
        page.navigate(parley.url().resolve("/chat/acme").toString());
        page.locator(".tile").first().click();
        for (int i = 0; i < MESSAGES; i++) {
            page.locator("textarea").fill(i + " " + words);
            page.locator("button.send").click();
            page.getByText(i + " " + words).first().waitFor();
        }

        staysAtEnd(page.locator("main:has([role=log])"));
    }

    private void staysAtEnd(Locator log) {
        page.waitForCondition(() -> is(log, SCROLLS) && is(log, AT_END));
        turn(LONG, SHORT, log);
        turn(SHORT, LONG, log);
        page.locator(FIELD).fill("so much to say\n".repeat(9));
        page.waitForCondition(() -> is(log, AT_END));
        page.locator(FIELD).fill("");
        page.waitForCondition(() -> is(log, AT_END));
    }

    private void turn(int width, int height, Locator log) {
        Object before = log.evaluate("log => log.clientHeight");
        page.setViewportSize(width, height);
        page.waitForCondition(() -> !before.equals(log.evaluate("log => log.clientHeight")) && is(log, AT_END));
    }

    private static boolean is(Locator log, String condition) {
        return Boolean.TRUE.equals(log.evaluate(condition));
    }
}
