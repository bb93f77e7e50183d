package dev.parley.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prepared answers: a supervisor keeps them in the portal, agents call them while they write, and can take back what they sent. */
@Tag("CON-4")
class CannedIT {
    private Browsers browsers;

    @BeforeEach
    void open() {
        browsers = new Browsers();
    }

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void an_agent_calls_one_by_keys_takes_it_back_and_is_warned_of_what_is_not_known() {
        try (Question question = Question.ask("Lena", "Can I send it back?")) {
            Page page = console(question);
            Locator field = page.getByPlaceholder("Write a reply");
            field.pressSequentially("/he");
            Locator option = page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("/hello"));
            assertThat(option).hasAttribute("aria-selected", "true");
            field.press("Enter");
            assertThat(field)
                    .hasValue("Hello Lena " + question.word() + ", this is Ben Agent of Acme. How can I help?");
            assertThat(page.getByText("/hello inserted")).isVisible();
            field.press("Control+z");
            assertThat(field).hasValue("/he");
            field.fill("/labe");
            assertThat(page.getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION))
                    .hasText(Pattern.compile("/returns.*"));
            field.press("Escape");
            assertThat(page.getByRole(AriaRole.LISTBOX)).hasCount(0);

            field.fill("/by-mail");
            page.getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION).click();
            assertThat(field).hasValue("I will write to {{visitor.email}} as soon as I know more.");
            assertThat(page.getByText("{{visitor.email}} is not known here")).isVisible();
            field.press("Enter");
            page.keyboard().type("you");
            assertThat(field).hasValue("I will write to you as soon as I know more.");
            field.press("Enter");
            question.visitor().expect("the reply", f -> f.getString("text", "").startsWith("I will write to you"));
            assertThat(question.visitor().heard().toString()).doesNotContain("visitor.email");
        }
    }

    @Test
    void an_agent_who_wants_it_can_take_a_reply_back_for_five_seconds() {
        try (Question question = Question.ask("Where is my parcel?")) {
            Page page = console(question);
            Locator field = page.getByPlaceholder("Write a reply");
            page.keyboard().press("Control+k");
            Locator palette = page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX);
            palette.fill("wait 5 seconds");
            assertThat(page.getByRole(AriaRole.DIALOG)
                            .getByRole(AriaRole.OPTION)
                            .first())
                    .containsText("Let replies wait 5 seconds");
            palette.press("Enter");
            assertThat(page.getByText("Replies wait 5 seconds before they go out."))
                    .isVisible();

            field.fill("It is lost");
            field.press("Enter");
            // it waits five seconds: taken back at once
            field.press("Control+z");
            assertThat(field).hasValue("It is lost");
            field.fill("It is on its way");
            field.press("Enter");
            // what comes after it sends it first
            assertThat(field).hasValue("");
            field.fill("Tomorrow");
            field.press("Enter");
            question.visitor().expect("the reply", f -> "It is on its way".equals(f.getString("text", null)));
            question.visitor().expect("what waited", f -> "Tomorrow".equals(f.getString("text", null)));
            assertThat(question.visitor().heard().toString()).doesNotContain("It is lost");
        }
    }

    @Test
    @Tag("COM-5")
    @Tag("SEC-4")
    void a_supervisor_writes_one_in_two_languages_and_sees_what_another_changed_meanwhile() {
        RunningParley parley = RunningParley.shared();
        String owner = parley.rest().signIn("admin@acme.example");
        Page page = browsers.newPerson();
        page.navigate(parley.url().resolve("/login?next=/portal/canned").toString());
        page.getByLabel("E-mail").fill("supervisor@acme.example");
        page.getByLabel("Password").fill(ParleyRest.PASSWORD);
        page.waitForNavigation(() -> page.locator("#go").click());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New canned response"))
                .click();
        page.locator("#shortcut:focus").waitFor();
        page.keyboard().type("Tents");
        page.locator("#text").fill("All in stock, {{visitor.nmae}}.");
        save(page);
        assertThat(page.locator(".ui-messages-error")).containsText("visitor.nmae");
        page.locator("#text").fill("All tents are in stock.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add a language"))
                .click();
        page.getByLabel("Language, such as de").fill("de");
        page.locator(".translation textarea").fill("Alle Zelte sind da.");
        save(page);
        assertThat(page.locator(".saved")).isVisible();
        assertThat(page.locator("h1")).hasText("/tents");

        JsonObject list = list(parley, owner);
        JsonObject changed = Json.createObjectBuilder(list)
                .add(
                        "items",
                        Json.createArrayBuilder(list.getJsonArray("items").stream()
                                .map(one ->
                                        one.asJsonObject().getString("shortcut").equals("tents")
                                                ? Json.createObjectBuilder(one.asJsonObject())
                                                        .add("text", "Most tents are in stock.")
                                                        .build()
                                                : one)
                                .toList()))
                .build();
        var told = parley.rest().send("PUT", "/api/v1/canned-responses", owner, changed);
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(parley.rest()
                        .send("PUT", "/api/v1/canned-responses", owner, list)
                        .statusCode())
                .as("the list was another one when it was read")
                .isEqualTo(409);
        page.locator(".translation textarea").fill("Alle Zelte sind vorrätig.");
        save(page);
        assertThat(page.locator(".theirs")).containsText("Most tents are in stock.");
        assertThat(page.locator(".theirs")).containsText("Ada Admin");
        assertThat(page.locator(".translation textarea")).hasValue("Alle Zelte sind vorrätig.");
        save(page);
        assertThat(page.locator(".saved")).isVisible();
        assertThat(list(parley, owner).toString())
                .contains("Most tents are in stock.")
                .contains("Alle Zelte sind vorrätig.");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete canned response"))
                .click();
        assertThat(page.locator("h1")).hasText("Canned responses");
        assertThat(list(parley, owner).toString()).doesNotContain("tents are in stock");
        assertThat(parley.rest()
                        .get("/api/v1/audit?kind=canned-response", owner)
                        .body())
                .contains("Sven Supervisor")
                .contains("/tents");
    }

    private static JsonObject list(RunningParley parley, String token) {
        return ParleyRest.json(parley.rest().get("/api/v1/canned-responses", token));
    }

    private static void save(Page page) {
        page.locator("#save").click();
    }

    private Page console(Question question) {
        Console console = new Console(browsers);
        console.signIn("agent2@acme.example");
        console.takeFromQueue(question.word());
        console.page().getByPlaceholder("Write a reply").focus();
        return console.page();
    }
}
