package dev.parley.story;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parley.running.Await;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Administrators at work in the portal, in a Parley of their own: they change what other tests rely on. */
class PortalIT {
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
    @Tag("COM-1")
    void contact_details_are_edited_and_visitors_get_what_is_shown() {
        Page page = signedIn("/portal/company");
        assertThat(site("acme").getJsonObject("contact").toString())
                .contains("+49 30 5550123")
                .doesNotContain("+49 30 5550199");
        assertThat(site("globex").getJsonObject("contact").toString())
                .contains("+44 20")
                .doesNotContain("+49");

        int before = page.locator(".place").count();
        button(page, "Add a location").click();
        page.locator(".place").nth(before).waitFor();
        Locator place = page.locator(".place").last();
        place.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill("Acme Lyon");
        place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add a phone"))
                .click();
        page.locator(".place").last().getByLabel("Phone number").fill("call us");
        save(page);
        page.locator(".ui-messages-error").getByText("not a phone number").waitFor();
        assertThat(page.locator(".place").last().getByLabel("Phone number").inputValue())
                .as("what was typed stays")
                .isEqualTo("call us");
        page.locator(".place").last().getByLabel("Phone number").fill("+33 4 72 00 00 00");
        save(page);
        page.locator(".saved").waitFor();

        assertThat(site("acme").getJsonObject("contact").toString())
                .contains("Acme Lyon")
                .contains("+33 4 72 00 00 00");
    }

    @Test
    @Tag("COM-1")
    void who_leaves_what_is_not_saved_is_asked() {
        Page page = signedIn("/portal/company");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });

        page.getByLabel("Company name").fill("Acme, unsaved");
        assertThat(page.locator("[data-unsaved-note]").textContent()).isEqualTo("Not saved yet");
        // a navigation that is called off never finishes
        link(page, "People").click(new Locator.ClickOptions().setNoWaitAfter(true));
        page.waitForCondition(() -> !asked.isEmpty());

        assertThat(asked).containsExactly("beforeunload");
        assertThat(page.getByLabel("Company name").inputValue()).isEqualTo("Acme, unsaved");
    }

    @Test
    @Tag("COM-3")
    void the_second_of_two_administrators_sees_what_the_first_changed_and_keeps_the_own() {
        String sales = department("Sales").getString("id");
        Page page = signedIn("/portal/department?id=" + sales);
        parley.rest()
                .send(
                        "PUT",
                        "/api/v1/departments/" + sales,
                        owner,
                        Json.createObjectBuilder().add("tagsRequired", true).build());

        page.getByLabel("Department", new Page.GetByLabelOptions().setExact(true))
                .fill("Sales and advice");
        save(page);
        Locator theirs = page.locator(".theirs");
        theirs.getByText("Tag needed before closing").waitFor();
        assertThat(theirs.textContent()).contains("Ada Admin");
        assertThat(page.getByLabel("Department", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("Sales and advice");
        assertThat(page.getByLabel("A conversation needs a tag").isChecked())
                .as("what was not touched shows the new state")
                .isTrue();
        save(page);
        page.locator(".saved").waitFor();

        JsonObject now = department("Sales and advice");
        assertThat(now.getBoolean("tagsRequired")).isTrue();
        rename(sales, "Sales");
    }

    @Test
    @Tag("COM-3")
    void a_department_is_made_ordered_and_archived_by_keys() {
        Page page = signedIn("/portal/departments");
        link(page, "New department").press("Enter");
        page.locator("#name:focus").waitFor();
        page.keyboard().type("Rechnungsklärung und Mahnwesen");
        page.getByLabel("Anna Agent").press("Space");
        page.locator("#save").press("Enter");
        page.locator(".saved").waitFor();
        assertThat(department("Rechnungsklärung und Mahnwesen").getJsonArray("members"))
                .hasSize(1);

        page.navigate(url("/portal/departments"));
        button(page, "Move up: Rechnungsklärung und Mahnwesen").press("Enter");
        page.locator(".saved").waitFor();
        assertThat(page.locator("tbody tr a").allTextContents())
                .containsSubsequence("Rechnungsklärung und Mahnwesen", "Support");

        link(page, "Rechnungsklärung und Mahnwesen").click();
        page.getByLabel("Conversations go to").selectOption("Support");
        button(page, "Archive department").press("Enter");
        page.locator(".saved").waitFor();
        assertThat(site("acme").getJsonArray("departments").toString()).doesNotContain("Rechnungsklärung");
        page.navigate(url("/portal/departments"));
        assertThat(page.locator(".archived").textContent()).contains("Rechnungsklärung und Mahnwesen");
    }

    @Test
    @Tag("COM-3")
    void a_colleague_is_changed_and_the_last_owner_stays() {
        Page page = signedIn("/portal/people");
        link(page, "Ben Agent").click();
        page.getByLabel("Title").fill("Bicycle workshop");
        page.getByLabel("Languages").fill("de, nonsense!");
        page.getByLabel("Chats at once").fill("6");
        save(page);
        page.locator(".ui-messages-error").getByText("nonsense!").waitFor();
        page.getByLabel("Languages").fill("de, en");
        save(page);
        page.locator(".saved").waitFor();
        page.navigate(url("/portal/people"));
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Ben Agent"))
                        .textContent())
                .contains("Bicycle workshop")
                .contains("German, English")
                .contains("6");

        page.navigate(url("/portal/person"));
        page.getByLabel("Role").selectOption("agent");
        save(page);
        page.locator(".ui-messages-error").getByText("last owner").waitFor();
    }

    @Test
    @Tag("ROU-1")
    @Tag("ROU-6")
    @Tag("SEC-4")
    void how_a_department_routes_is_set_and_stands_in_the_audit_log() {
        String sales = department("Sales").getString("id");
        Page page = signedIn("/portal/department?id=" + sales);
        page.getByLabel("Strategy").selectOption("In turn");
        page.getByLabel("An offer stands").fill("3");
        button(page, "Add a skill").click();
        page.getByLabel("Skill", new Page.GetByLabelOptions().setExact(true)).fill("Billing");
        page.locator("select[id$=level]").selectOption("4");
        page.getByLabel("Skills no longer count after").fill("90");
        page.getByLabel("The language no longer counts").fill("80");
        save(page);
        page.locator(".ui-messages-error")
                .getByText("is a number from 5 to 600")
                .waitFor();
        page.getByLabel("An offer stands").fill("45");
        save(page);
        page.locator(".ui-messages-error").getByText("before the skills do").waitFor();
        page.getByLabel("The language no longer counts").fill("");
        save(page);
        page.locator(".saved").waitFor();

        JsonObject routing = routing(sales);
        assertThat(routing.getString("strategy")).isEqualTo("round-robin");
        assertThat(routing.getInt("offerSeconds")).isEqualTo(45);
        assertThat(routing.getInt("relaxSkillsSeconds")).isEqualTo(90);
        assertThat(routing.getJsonArray("skills").toString()).isEqualTo("[{\"name\":\"billing\",\"level\":4}]");
        page.navigate(url("/portal/audit?kind=department"));
        assertThat(page.locator("tbody tr").first().textContent())
                .contains("Sales")
                .contains("Strategy: Who has been idle longest")
                .contains("Strategy: In turn")
                .contains("Skills: billing 4");
    }

    @Test
    @Tag("ROU-12")
    @Tag("CON-1")
    @Tag("SEC-4")
    void what_is_promised_runs_as_a_clock_in_the_console_and_goes_by_how_much_it_presses() {
        String support = department("Support").getString("id");
        // what is offered stands in no list: nobody is there
        JsonObject away = Json.createObjectBuilder().add("status", "offline").build();
        for (String agent : List.of("agent1@acme.example", "agent2@acme.example"))
            parley.rest()
                    .send("PUT", "/api/v1/agents/me/presence", parley.rest().signIn(agent), away);
        Console anna = new Console(browsers.newPerson(), parley);
        anna.signIn("agent1@acme.example");
        // of the same department: it is told how each of its conversations stands
        ChatClient colleague = parley.agent("agent2@acme.example");
        ChatClient visitor = parley.visitor("acme");
        String conversation =
                visitor.say(null, "When will the Ridge 3 be back?").getString("conversation");
        Locator line =
                anna.page().locator(".pw-conv", new Page.LocatorOptions().setHasText("When will the Ridge 3 be back?"));
        line.waitFor();

        Page page = signedIn("/portal/department?id=" + support);
        page.getByLabel("First answer, Normal").fill("0");
        save(page);
        page.locator(".ui-messages-error")
                .getByText("“First answer, Normal” is a number from 1 to")
                .waitFor();
        page.getByLabel("First answer, Normal").fill("90");
        page.getByLabel("Resolution, Urgent").fill("240");
        save(page);
        page.locator(".saved").waitFor();
        assertThat(page.getByLabel("Resolution, Urgent").inputValue()).isEqualTo("240");
        page.navigate(url("/portal/audit?kind=department"));
        assertThat(page.locator("tbody tr").first().textContent())
                .contains("Support")
                .contains("First answer, Normal: –")
                .contains("First answer, Normal: 90")
                .contains("Resolution, Urgent: 240");

        // that it runs out, and who is told then: TargetsIT, TargetNewsTest and the tests of the clock in the widget
        line.locator("pw-clock[measure='first-response']").waitFor();
        line.click();
        anna.page().getByLabel("Priority").selectOption("Urgent");
        colleague.expect(
                "what presses more",
                f -> f.containsKey("summary")
                        && "urgent".equals(f.getJsonObject("summary").getString("priority")));
        JsonObject answer = Json.createObjectBuilder()
                .add("clientId", "promised")
                .add("text", "On Monday.")
                .build();
        parley.rest().post("/api/v1/conversations/" + conversation + "/messages", owner, answer);
        // answered: what is left is to resolve it
        colleague.expect(
                "the next clock",
                f -> f.containsKey("summary")
                        && f.getJsonObject("summary").containsKey("target")
                        && "resolution"
                                .equals(f.getJsonObject("summary")
                                        .getJsonObject("target")
                                        .getString("measure")));
        colleague.close();
        visitor.close();
        JsonObject none = Json.createObjectBuilder()
                .add("items", JsonValue.EMPTY_JSON_ARRAY)
                .build();
        parley.rest().send("PUT", "/api/v1/departments/" + support + "/targets", owner, none);
    }

    @Test
    @Tag("ROU-1")
    void the_second_administrator_sees_other_routing_and_skills_of_the_first() {
        String support = department("Support").getString("id");
        Page page = signedIn("/portal/department?id=" + support);
        JsonObject theirs = Json.createObjectBuilder()
                .add("strategy", "least-loaded")
                .add("lastAgentSeconds", 33)
                .build();
        var answer = parley.rest().send("PUT", "/api/v1/departments/" + support + "/routing", owner, theirs);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        page.getByLabel("Missed offers").fill("5");
        save(page);
        page.locator(".theirs").getByText("Who has least in hand").waitFor();
        assertThat(page.getByLabel("Strategy").inputValue()).isEqualTo("least-loaded");
        save(page);
        page.locator(".saved").waitFor();
        assertThat(routing(support).getInt("missedOffers")).isEqualTo(5);
        assertThat(routing(support).getInt("lastAgentSeconds")).isEqualTo(33);

        page.navigate(url("/portal/people"));
        link(page, "Anna Agent").click();
        page.locator("#addSkill").click();
        page.locator(".skill input").first().fill("cycling");
        save(page);
        page.locator(".saved").waitFor();
        assertThat(page.locator(".skill input").first().inputValue()).isEqualTo("cycling");
        page.locator(".skill input").first().fill("cycling!");
        save(page);
        page.locator(".ui-messages-error").getByText("cycling!").waitFor();
        page.navigate(url("/portal/audit?kind=person"));
        assertThat(page.locator("tbody tr").first().textContent())
                .contains("Anna Agent")
                .contains("Skills: cycling 3");
    }

    @Test
    @Tag("ROU-10")
    void a_supervisor_reads_why_nobody_was_asked_and_why_this_agent() {
        try (ChatClient visitor = parley.visitor("acme");
                ChatClient agent = parley.agent("agent1@acme.example")) {
            String conversation = visitor.say(null, "Is anybody there?").getString("conversation");
            Page page = browsers.newPerson();
            signIn(page, "supervisor@acme.example", "/portal/routing");
            Await.until(
                    "the reason is kept",
                    Duration.ofSeconds(30),
                    () -> shows(page, "/portal/routing", "Nobody available"));
            agent.ask(frame("presence").add("status", "available"));
            agent.expect("offer");
            Await.until(
                    "the offer is kept", Duration.ofSeconds(30), () -> shows(page, "/portal/routing", "Anna Agent"));
            page.locator(".decisions a").first().click();
            page.locator(".decision").first().waitFor();
            assertThat(page.url()).contains("conversation=" + conversation);
            String card = page.locator(".decision").first().textContent();
            assertThat(card)
                    .contains("Anna Agent was asked")
                    .contains("asked, no answer yet")
                    .contains("Offline");
            assertThat(page.locator(".decision").last().textContent())
                    .contains("no agent of the department was available");
            assertThat(page.navigate(url("/portal/routing?conversation=unknown"))
                            .status())
                    .isEqualTo(404);
            agent.ask(frame("presence").add("status", "offline"));
        }
    }

    private static boolean shows(Page page, String path, String text) {
        page.navigate(url(path));
        return page.locator("main").textContent().contains(text);
    }

    private static JsonObject routing(String department) {
        return ParleyRest.json(parley.rest().get("/api/v1/departments/" + department + "/routing", owner));
    }

    @Test
    @Tag("COM-5")
    void words_are_added_ordered_and_taken_away() {
        Page page = signedIn("/portal/lists?kind=outcome");
        Locator rows = page.locator(".list-row");
        int before = rows.count();
        button(page, "Add a word").click();
        rows.nth(before).locator("input").fill("Handed to the carrier");
        rows.nth(before).locator("button").first().click();
        page.waitForCondition(() -> "Handed to the carrier"
                .equals(rows.nth(before - 1).locator("input").inputValue()));
        button(page, "Remove: Spam").click();
        rows.nth(before).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        save(page);
        page.locator(".saved").waitFor();

        String outcomes = parley.rest().get("/api/v1/outcomes", owner).body();
        assertThat(outcomes).contains("Handed to the carrier").doesNotContain("Spam");
    }

    @Test
    @Tag("SEC-4")
    void every_change_stands_in_the_audit_log_and_is_found_and_exported() {
        String support = department("Support").getString("id");
        rename(support, "=Support");
        rename(support, "Support");

        Page page = signedIn("/portal/audit");
        page.getByLabel("Person, object or word").fill("=support");
        page.getByLabel("Area").selectOption("Department");
        button(page, "Search").click();
        Locator rows = page.locator("tbody tr");
        rows.first().waitFor();
        assertThat(rows.count()).isEqualTo(2);
        assertThat(rows.first().textContent())
                .contains("Ada Admin")
                .contains("Name: =Support")
                .contains("Name: Support");
        assertThat(rows.first().locator("bdi").textContent()).isNotBlank();

        HttpResponse<String> csv = parley.rest().get("/api/v1/audit/export?kind=department&q=%3Dsupport", owner);
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body()).contains(",\"'=Support\",").doesNotContain(",\"=");
        for (String method : List.of("PUT", "DELETE", "POST", "PATCH")) {
            assertThat(parley.rest().send(method, "/api/v1/audit", owner, null).statusCode())
                    .as(method)
                    .isIn(404, 405, 415);
        }
    }

    @Test
    @Tag("COM-1")
    void on_a_phone_the_navigation_folds_and_nothing_is_wider_than_the_screen() {
        Page page = browsers.newPerson(
                new Browser.NewContextOptions().setViewportSize(390, 844).setLocale("en"));
        signIn(page, "/portal/company");
        page.waitForCondition(() -> !link(page, "People").isVisible());
        button(page, "Menu").click();
        link(page, "People").click();
        page.waitForURL("**/portal/people");
        for (String path : List.of(
                "company", "hours", "departments", "people", "invite", "person", "lists", "mail", "audit", "routing")) {
            page.navigate(url("/portal/" + path));
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(path)
                    .isEqualTo(true);
        }
    }

    private void rename(String department, String name) {
        JsonObject body = Json.createObjectBuilder().add("name", name).build();
        var answer = parley.rest().send("PUT", "/api/v1/departments/" + department, owner, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static JsonObject site(String key) {
        return ParleyRest.json(parley.rest().get("/api/v1/sites/" + key, null));
    }

    private static JsonObject department(String name) {
        return ParleyRest.json(parley.rest().get("/api/v1/departments", owner)).getJsonArray("items").stream()
                .map(v -> v.asJsonObject())
                .filter(d -> d.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Page signedIn(String path) {
        Page page = browsers.newPerson();
        signIn(page, path);
        return page;
    }

    private static void signIn(Page page, String path) {
        signIn(page, "admin@acme.example", path);
    }

    private static void signIn(Page page, String email, String path) {
        page.navigate(url("/login?next=" + path.replace("?", "%3F").replace("&", "%26")));
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(ParleyRest.PASSWORD);
        // until the page's scripts are there too
        page.waitForNavigation(() -> page.locator("#go").click());
        page.locator("main h1").waitFor();
    }

    private static void save(Page page) {
        page.locator("#save").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static String url(String path) {
        return parley.url().resolve(path).toString();
    }
}
