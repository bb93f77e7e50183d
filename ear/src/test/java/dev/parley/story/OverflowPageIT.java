package dev.parley.story;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.running.Await;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator says on a department's page when it gets too much, and visitors go on; in a Parley of its own. */
@Tag("ROU-7")
class OverflowPageIT {
    private static RunningParley parley;
    private static String owner;
    private Browsers browsers;

    @BeforeAll
    static void start() {
        parley = RunningParley.start(Map.of());
        owner = parley.rest().signIn("admin@acme.example");
    }

    @AfterAll
    static void stop() {
        parley.close();
    }

    @BeforeEach
    void open() {
        browsers = new Browsers();
    }

    @AfterEach
    void close() {
        browsers.close();
    }

    @Test
    void who_finds_nobody_in_one_department_is_answered_by_another_and_the_record_says_why() {
        String sales = department("Sales");
        String support = department("Support");
        Page page = signedIn("/portal/department?id=" + sales);
        page.getByLabel("When so many wait").fill("0");
        save(page);
        page.locator(".ui-messages-error")
                .getByText("“When so many wait” is a number from 1 to")
                .waitFor();
        page.getByLabel("When so many wait").fill("");
        page.getByLabel("Goes on to").selectOption("Support");
        save(page);
        page.locator(".ui-messages-error").getByText("Say when it goes on").waitFor();
        page.getByLabel("When closed, or when nobody is there").check();
        save(page);
        page.locator(".saved").waitFor();
        assertThat(page.getByLabel("When closed, or when nobody is there").isChecked())
                .isTrue();
        assertThat(overflow(sales).getString("department")).isEqualTo(support);

        // both agents are in both departments of the demo: Sales is left to nobody
        send(
                "/api/v1/departments/" + sales,
                Json.createObjectBuilder()
                        .add("members", JsonValue.EMPTY_JSON_ARRAY)
                        .build());
        ChatClient agent = parley.agent("agent1@acme.example");
        agent.ask(frame("presence").add("status", "available"));
        ChatClient visitor = parley.visitor("acme");
        String conversation = visitor.ask(frame("send")
                        .add("clientId", UUID.randomUUID().toString())
                        .add("department", sales)
                        .add("text", "Do you sell the Ridge 3 to shops?"))
                .getString("conversation");
        // it may be quicker than the answer
        JsonObject line = Await.answer(
                "that it goes on",
                Duration.ofSeconds(30),
                () -> visitor.heard().stream()
                        .filter(f -> f.containsKey("event"))
                        .filter(f ->
                                "transferred".equals(f.getJsonObject("event").getString("type")))
                        .findFirst());
        assertThat(line.getJsonObject("event").getJsonObject("department").getString("name"))
                .isEqualTo("Support");
        assertThat(agent.expect("offer").getString("conversation")).isEqualTo(conversation);
        JsonObject summary = ParleyRest.json(parley.rest().get("/api/v1/conversations/" + conversation, owner));
        assertThat(summary.getString("origin")).as("a chat, not a message left").isEqualTo("chat");

        page.navigate(url("/portal/routing?conversation=" + conversation));
        page.getByText("Passed on to Support: nobody of the department was there.")
                .waitFor();
        page.navigate(url("/portal/audit?kind=department"));
        page.getByText("Goes on to: Support").waitFor();
        agent.ask(frame("presence").add("status", "offline"));
        agent.close();
        visitor.close();
    }

    @Test
    void the_second_administrator_sees_what_the_first_wrote_and_keeps_the_own() {
        String support = department("Support");
        String sales = department("Sales");
        Page page = signedIn("/portal/department?id=" + support);
        send(
                "/api/v1/departments/" + support + "/overflow",
                Json.createObjectBuilder()
                        .add("department", sales)
                        .add("queueLength", 7)
                        .build());
        page.getByLabel("Missed offers").fill("5");
        save(page);
        page.locator(".theirs").getByText("When so many wait").waitFor();
        assertThat(page.getByLabel("When so many wait").inputValue()).isEqualTo("7");
        assertThat(page.getByLabel("Goes on to").inputValue()).isEqualTo(sales);
        save(page);
        page.locator(".saved").waitFor();
        assertThat(overflow(support).getInt("queueLength")).isEqualTo(7);
    }

    private static void send(String path, JsonObject body) {
        var answer = parley.rest().send("PUT", path, owner, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static JsonObject overflow(String department) {
        return ParleyRest.json(parley.rest().get("/api/v1/departments/" + department + "/overflow", owner));
    }

    private static String department(String name) {
        return ParleyRest.json(parley.rest().get("/api/v1/departments", owner)).getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(d -> d.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    private Page signedIn(String path) {
        Page page = browsers.newPerson();
        page.navigate(url("/login?next=" + path.replace("?", "%3F").replace("&", "%26")));
        page.getByLabel("E-mail").fill("admin@acme.example");
        page.getByLabel("Password").fill(ParleyRest.PASSWORD);
        page.waitForNavigation(() -> page.locator("#go").click());
        page.locator("main h1").waitFor();
        return page;
    }

    private static void save(Page page) {
        page.locator("#save").click();
    }

    private static String url(String path) {
        return parley.url().resolve(path).toString();
    }
}
