package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A queue so long that the console draws only the part in sight: every row is there once one comes to it. */
@Tag("CON-16")
class LongListIT {
    /** More than the console draws at once. */
    private static final int MANY = 130;

    private final RunningParley parley = RunningParley.shared();
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> conversations = new ArrayList<>();
    private final Browsers browsers = new Browsers();
    private final Page page = browsers.newPerson();
    private ChatClient visitor;

    @BeforeEach
    void manyAsk() {
        String token = ParleyRest.json(
                        parley.rest().post("/api/v1/sites/acme/visitors", null, JsonValue.EMPTY_JSON_OBJECT))
                .getString("token");
        visitor = ChatClient.connect(parley.url().resolve("/ws/visitor"), token);
        for (int i = 0; i < MANY; i++) {
            conversations.add(visitor.say(null, "Question " + i + " " + word).getString("conversation"));
        }
    }

    @AfterEach
    void end() {
        for (String conversation : conversations) {
            visitor.send(ChatClient.frame("close").add("ref", conversation).add("conversation", conversation));
            visitor.expect("an answer", f -> conversation.equals(f.getString("ref", null)));
        }
        visitor.close();
        browsers.close();
    }

    @Test
    void only_what_is_near_the_view_is_drawn_and_the_last_row_opens() {
        Console console = new Console(page, parley);
        console.signIn("agent2@acme.example");
        Locator rows = page.locator(".pw-conv");
        rows.first().waitFor();
        page.waitForCondition(() -> listed() >= MANY);
        assertThat(rows.count()).as("rows drawn of %s", listed()).isLessThan(MANY);

        // sorted by how long they wait: the last one asked last
        Locator last = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Queue"))
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Question " + (MANY - 1) + " " + word));
        assertThat(last.count()).isZero();
        page.locator(".pw-rows").evaluate("list => list.scrollTo(0, list.scrollHeight)");
        last.click();
        console.seeInTimeline("Question " + (MANY - 1) + " " + word);
    }

    /** As the headings of the list say. */
    private int listed() {
        return page.locator(".pw-group span").allInnerTexts().stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
