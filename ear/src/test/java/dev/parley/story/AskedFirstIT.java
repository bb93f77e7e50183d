package dev.parley.story;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A site asks before the first message: an administrator says what, a visitor answers, and who answers the visitor sees it. */
@Tag("CHAT-22")
class AskedFirstIT {
    private static final String FORM = """
            {"department": true, "consent": {"en": "I agree to <b>https://acme.example/privacy</b>.", "de": "Ich stimme zu."}, "fields": [
              {"name": "email", "kind": "email", "required": true, "texts": {
                "en": {"label": "Your e-mail<img src=x onerror=hit()>", "help": "For the answer."}, "de": {"label": "Ihre E-Mail"}}},
              {"name": "order", "kind": "text", "pattern": "[A-Z]{2}-\\\\d{6}", "texts": {"en": {"label": "Order number"}}},
              {"name": "topic", "kind": "choice", "required": true, "texts": {
                "en": {"label": "Topic", "choices": ["Tents", "Boats"]}, "de": {"label": "Thema", "choices": ["Zelte", "Boote"]}}}]}""";

    private final RunningParley parley = RunningParley.shared();
    private final ParleyRest rest = parley.rest();
    private final String owner = rest.signIn("admin@acme.example");
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final String key = "asks-" + word;
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void make() {
        var site = Json.createObjectBuilder()
                .add("siteKey", key)
                .add("name", "Asks " + word)
                .add("languages", Json.createArrayBuilder().add("en").add("de"));
        assertThat(rest.post("/api/v1/sites", owner, site.build()).statusCode()).isEqualTo(201);
    }

    @AfterEach
    void leave() {
        browsers.close();
        put(Json.createObjectBuilder().add("archived", true));
    }

    @Test
    void an_administrator_says_what_is_asked_in_each_language_while_another_does_too() {
        Page page = browsers.newPerson();
        page.navigate(url("/login?next=/portal/site%3Fkey=" + key + "%26part=ask"));
        page.getByLabel("E-mail").fill("admin@acme.example");
        page.getByLabel("Password").fill(ParleyRest.PASSWORD);
        // until the page's scripts are there too
        page.waitForNavigation(() -> page.locator("#go").click());
        page.locator("#add").waitFor();

        page.locator("#adding").selectOption("email");
        page.locator("#add").press("Enter");
        page.locator("[data-ask=email] input:focus").first().waitFor();
        page.keyboard().type("Your e-mail");
        page.locator("[data-ask=email]").getByLabel("Required").check();
        page.locator("#adding").selectOption("text");
        page.locator("#add").press("Enter");
        page.locator("[data-ask=q1] input:focus").first().waitFor();
        page.keyboard().type("Order number");
        page.locator("[data-ask=q1]").getByLabel("Pattern").fill("(");
        axeFindsNothing(page);
        page.locator("#save").press("Enter");
        page.locator(".ui-messages-error").getByText("is not a pattern").waitFor();
        PlaywrightAssertions.assertThat(page.locator("[data-ask=q1]").getByLabel("Pattern"))
                .hasValue("(");
        page.locator("[data-ask=q1]").getByLabel("Pattern").fill("\\d{6}");
        page.locator("[data-ask=q1]").locator("[id$=':up']").press("Enter");
        page.locator(".ask:first-of-type[data-ask=q1]").waitFor();
        page.locator("#askSpeaking").selectOption("de");
        PlaywrightAssertions.assertThat(page.locator("[data-ask=email]").getByLabel("Question"))
                .hasValue("");
        page.locator("[data-ask=email]").getByLabel("Question").fill("Ihre E-Mail");

        put(Json.createObjectBuilder().add("form", Json.createObjectBuilder().add("department", true)));
        page.locator("#save").press("Enter");
        page.getByText("Somebody else changed this").waitFor();
        PlaywrightAssertions.assertThat(page.locator("#askDepartment")).isChecked();
        page.locator("#save").press("Enter");
        page.locator(".saved").waitFor();

        JsonObject kept = site().getJsonObject("form");
        assertThat(kept.getBoolean("department")).isTrue();
        assertThat(kept.getJsonArray("fields").getValuesAs(JsonObject.class))
                .extracting(field -> field.getString("name"))
                .containsExactly("q1", "email");
        JsonObject email = kept.getJsonArray("fields").getJsonObject(1);
        assertThat(email.getBoolean("required")).isTrue();
        assertThat(email.getJsonObject("texts").keySet()).containsExactly("de", "en");
    }

    @Test
    void a_visitor_answers_by_keys_before_the_first_message_and_the_agent_sees_it() {
        put(Json.createObjectBuilder().add("form", ParleyRest.json(FORM)));
        Page page = browsers.newPerson();
        page.navigate(url("/chat/" + key + "?lang=en"));
        Locator form = page.locator("form.asks");
        form.waitFor();
        PlaywrightAssertions.assertThat(form.getByRole(AriaRole.LINK))
                .hasAttribute("href", "https://acme.example/privacy");
        assertThat(form.locator("img, b").count()).as("words, not elements").isZero();
        axeFindsNothing(page);

        page.getByLabel("Your message").fill("Is the boat in stock? " + word);
        page.getByLabel("Your message").press("Enter");
        PlaywrightAssertions.assertThat(form.getByLabel("Your e-mail")).isFocused();
        PlaywrightAssertions.assertThat(form.getByRole(AriaRole.ALERT)).hasCount(3);
        axeFindsNothing(page);
        page.keyboard().type("mia@example.org");
        page.keyboard().press("Tab");
        page.keyboard().type("AB-12");
        form.getByLabel("Topic").selectOption("Boats");
        form.getByLabel("Department").selectOption(new SelectOption().setIndex(1));
        form.getByRole(AriaRole.CHECKBOX).press("Space");
        page.getByLabel("Your message").press("Enter");
        form.getByText("This does not fit.").waitFor();
        form.getByLabel("Order number").fill("AB-123456");
        page.getByLabel("Your message").press("Enter");
        page.locator(".m.me:has-text('" + word + "') .meta:has-text('Sent')").waitFor();
        // asked once
        PlaywrightAssertions.assertThat(form).hasCount(0);

        // what is offered stands in no list
        JsonObject away = Json.createObjectBuilder().add("status", "offline").build();
        rest.send("PUT", "/api/v1/agents/me/presence", rest.signIn("agent1@acme.example"), away);
        Console console = new Console(browsers);
        console.signIn("agent1@acme.example");
        console.page().locator(".pw-list, [aria-label='Queue']").first().waitFor();
        console.page()
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(word))
                .first()
                .click();
        Locator about =
                console.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("This conversation"));
        about.getByText("AB-123456").waitFor();
        assertThat(about.innerText()).contains("Topic", "Boats", "✓", "<img src=x onerror=hit()>", "mia@example.org");
    }

    @Test
    void whatever_the_way_nothing_begins_without_what_is_required() {
        put(Json.createObjectBuilder().add("form", ParleyRest.json(FORM)));
        JsonObject asked = ParleyRest.json(rest.get("/api/v1/sites/" + key, null));
        assertThat(asked.getJsonArray("form").getValuesAs(JsonObject.class))
                .extracting(field -> field.getString("name"))
                .containsExactly("email", "order", "topic", "department", "consent");
        try (ChatClient visitor = parley.visitor(key)) {
            for (String form : new String[] {
                null,
                "{}",
                "{\"email\": \"mia@example.org\", \"topic\": \"Tents\"}",
                "{\"email\": \"mia@example.org\", \"topic\": \"Tents\", \"consent\": false}",
                "{\"topic\": \"Tents\", \"consent\": true}"
            }) {
                visitor.send(first(form));
                assertThat(visitor.expect("error").getString("code")).as(form).isEqualTo("invalid");
            }
            visitor.send(first("{\"email\": \"mia@example.org\", \"topic\": \"Boote\", \"consent\": true}"));
            String begun = visitor.expect("sent").getString("conversation");
            JsonObject known = ParleyRest.json(rest.get("/api/v1/conversations/" + begun + "/visitor", owner));
            assertThat(known.getString("email")).isEqualTo("mia@example.org");
            assertThat(known.getJsonArray("answers").getJsonObject(1).getString("answer"))
                    .as("in the site's own language")
                    .isEqualTo("Boats");
        }
        String token = ParleyRest.json(rest.arrive(
                        key,
                        null,
                        Json.createObjectBuilder().add("consent", true).build()))
                .getString("token");
        try (ChatClient agreed = ChatClient.connect(parley.url().resolve("/ws/visitor"), token)) {
            agreed.send(first("{\"email\": \"mia@example.org\", \"topic\": \"Tents\"}"));
            agreed.expect("sent");
        }
    }

    private static void axeFindsNothing(Page page) {
        try (var script = AskedFirstIT.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat((List<?>) page.evaluate("async () => (await axe.run()).violations.flatMap(rule =>"
                        + " rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 200)))"))
                .isEmpty();
    }

    private static JsonObjectBuilder first(String form) {
        String id = UUID.randomUUID().toString();
        JsonObjectBuilder send =
                frame("send").add("ref", id).add("clientId", id).add("text", "Hello");
        return form == null ? send : send.add("form", ParleyRest.json(form));
    }

    private void put(JsonObjectBuilder what) {
        var answer = rest.send(
                "PUT", "/api/v1/sites", owner, what.add("siteKey", key).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private JsonObject site() {
        return ParleyRest.json(rest.get("/api/v1/sites", owner))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(s -> s.getString("siteKey").equals(key))
                .findFirst()
                .orElseThrow();
    }

    private String url(String path) {
        return parley.url().resolve(path).toString();
    }
}
