package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.ChatClient;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where an agent writes: emoji, the preview, files by drop and paste. */
@Tag("CON-4")
class ComposerIT {
    private static final String FILES = """
            name => {
              const files = new DataTransfer();
              files.items.add(new File(['a plain text'], name, { type: 'text/plain' }));
              return files;
            }""";

    private final Question question = Question.ask("Is the tent in stock?");
    private final String word = question.word();
    private final ChatClient visitor = question.visitor();
    private Browsers browsers;
    private Page page;
    private Locator field;

    @BeforeEach
    void takeAConversation() {
        browsers = new Browsers();
        Console console = new Console(browsers);
        console.signIn("agent2@acme.example");
        page = console.page();
        console.takeFromQueue(word);
        field = page.getByPlaceholder("Write a reply");
    }

    @AfterEach
    void leave() {
        question.close();
        browsers.close();
    }

    @Test
    @Tag("CHAT-14")
    void an_emoji_is_found_by_a_word_and_put_where_the_caret_is() {
        field.fill("Yes!");
        field.press("ArrowLeft");
        button("Emoji").click();
        Locator picker = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Emoji"));
        picker.getByRole(AriaRole.OPTION).first().waitFor();
        picker.getByRole(AriaRole.COMBOBOX).fill("camping");
        picker.getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setName("camping"))
                .first()
                .waitFor();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> field.inputValue().equals("Yes🏕️!"));
        page.keyboard().type(" ");
        page.waitForCondition(() -> field.inputValue().equals("Yes🏕️ !"));

        button("Emoji").click();
        picker.getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setName("camping"))
                .waitFor();
        page.keyboard().press("Escape");
        field.press("Enter");

        visitor.expect("the reply", f -> "Yes🏕️ !".equals(f.getString("text", null)));
    }

    @Test
    void what_is_written_shows_as_it_will_look() {
        field.fill("**Two** are left");
        button("Preview").click();
        Locator preview = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Preview"));
        preview.locator("strong").waitFor();

        field.fill("<b>None</b> `is` left");
        preview.locator("code").waitFor();
        assertThat(preview.innerText()).isEqualTo("<b>None</b> is left");
        assertThat(preview.locator("b").count()).isZero();
    }

    @Test
    @Tag("CHAT-12")
    void files_are_dropped_on_the_conversation_and_pasted() {
        drop("dropped.txt");
        assertThat(arrived()).isEqualTo("dropped.txt");

        field.evaluate(
                "(field, files) => field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true }))",
                files("pasted.txt"));
        assertThat(arrived()).isEqualTo("pasted.txt");
    }

    /** A file in a note would be a message to the visitor: it goes nowhere, and the browser stays where it is. */
    @Test
    @Tag("CON-5")
    void a_file_dropped_on_a_note_does_not_reach_the_visitor() {
        button("Note").click();
        drop("secret.txt");
        button("Reply").click();
        drop("public.txt");

        assertThat(arrived()).isEqualTo("public.txt");
        assertThat(visitor.heard().toString()).doesNotContain("secret.txt");
    }

    @Test
    @Tag("CHAT-12")
    void a_file_on_its_way_can_be_cancelled() {
        page.route("**/api/v1/files", route -> {});
        drop("slow.txt");
        button("Cancel upload").click();
        page.waitForCondition(() -> page.getByText("slow.txt").count() == 0);

        page.unroute("**/api/v1/files");
        drop("fast.txt");
        assertThat(arrived()).isEqualTo("fast.txt");
        assertThat(visitor.heard().toString()).doesNotContain("slow.txt");
    }

    private String arrived() {
        JsonObject message = visitor.expect("a file", f -> "file".equals(f.getString("kind", null)));
        return message.getJsonArray("files").getJsonObject(0).getString("name");
    }

    private void drop(String name) {
        JSHandle files = files(name);
        for (String type : List.of("dragover", "drop"))
            page.getByRole(AriaRole.LOG).dispatchEvent(type, Map.of("dataTransfer", files));
    }

    private JSHandle files(String name) {
        return page.evaluateHandle(FILES, name);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
