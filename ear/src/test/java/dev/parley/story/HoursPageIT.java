package dev.parley.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Administrators set their company's hours, in a Parley of their own. */
@Tag("COM-2")
@Tag("ROU-9")
class HoursPageIT {
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
    void a_week_is_set_by_keys_with_any_number_of_spans_and_past_midnight() {
        Page page = signedIn("/portal/hours?channel=voice");
        page.getByLabel("Own hours", new Page.GetByLabelOptions().setExact(true))
                .press("Space");
        type(day(page, "Monday"), 0, "9", "1230");
        day(page, "Monday").getByRole(AriaRole.BUTTON, named("Add hours")).press("Enter");
        type(day(page, "Monday"), 1, "14", "17.15");
        assertThat(day(page, "Monday").locator("input").nth(0)).hasValue("09:00");
        day(page, "Monday").locator("summary").press("Enter");
        day(page, "Monday").getByText("Monday to Friday").press("Enter");
        day(page, "Monday").getByText("Copy to these days").press("Enter");
        assertThat(day(page, "Friday").locator("input").nth(3)).hasValue("17:15");
        type(day(page, "Friday"), 1, "20", "2");
        assertThat(day(page, "Friday").getByText("next day")).isVisible();
        day(page, "Saturday").getByRole(AriaRole.BUTTON, named("Remove")).press("Enter");
        type(day(page, "Sunday"), 0, "10", "soon");
        save(page);
        assertThat(page.locator(".ui-messages-error")).containsText("Sunday: “10:00–soon”");
        assertThat(day(page, "Sunday").locator("input").nth(1)).hasValue("soon");
        assertThat(day(page, "Friday").locator("input").nth(3)).hasValue("02:00");

        day(page, "Sunday").getByRole(AriaRole.BUTTON, named("Remove")).press("Enter");
        save(page);
        page.locator(".saved").waitFor();
        assertThat(hours("channel=voice").getJsonArray("week").toString())
                .contains("{\"day\":\"thursday\",\"from\":\"14:00\",\"to\":\"17:15\"}")
                .contains("{\"day\":\"friday\",\"from\":\"20:00\",\"to\":\"02:00\"}")
                .doesNotContain("saturday")
                .doesNotContain("sunday");
        assertThat(page.locator(".follow .here")).containsText("Mon–Thu 09:00–12:30, 14:00–17:15; Fri");

        ask(page, "2026-11-28", "01:30");
        assertThat(page.locator(".answer")).containsText("Open");
        assertThat(page.locator(".answer")).containsText("Friday 20:00–02:00 stands in the ordinary week of Calls");
        assertThat(page.locator(".answer")).containsText("closes 02:00, opens Monday 09:00");
        page.navigate(url("/portal/hours"));
        assertThat(page.locator(".now-state")).hasText("Open now, around the clock.");
    }

    @Test
    void a_department_has_own_hours_until_it_follows_the_company_again() {
        String sales = department("Sales");
        Page page = signedIn("/portal/hours?department=" + sales);
        assertThat(page.locator("[data-inherits]")).containsText("it is open as Acme is");
        assertThat(page.locator("parley-week.fixed input")).hasCount(0);
        page.getByLabel("Own hours", new Page.GetByLabelOptions().setExact(true))
                .check();
        for (String day : List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
            day(page, day).getByRole(AriaRole.BUTTON, named("Remove")).click();
        save(page);
        page.locator(".saved").waitFor();
        assertThat(page.locator(".now-state")).hasText("Closed, and no opening is planned.");
        assertThat(hours("department=" + sales).getJsonArray("week")).isEmpty();

        page.getByLabel("Own hours", new Page.GetByLabelOptions().setExact(true))
                .uncheck();
        save(page);
        page.locator(".saved").waitFor();
        assertThat(hours("department=" + sales).containsKey("week")).isFalse();
        assertThat(page.locator(".follow .here")).containsText("as the level above");

        page.navigate(url("/portal/audit?kind=hours"));
        Locator row = page.locator("tbody tr").first();
        assertThat(row).containsText("Sales");
        assertThat(row).containsText("Week: never open");
        assertThat(row).containsText("Week: as the level above");
    }

    @Test
    void holidays_are_added_imported_and_exported() {
        Page page = signedIn("/portal/hours?site=acme");
        page.locator("#addHoliday").click();
        page.getByLabel("Name").fill("Stocktaking");
        page.getByLabel("Times").fill("9:00 - 12:00");
        save(page);
        assertThat(page.locator(".ui-messages-error")).containsText("“Stocktaking” needs a first day");
        page.getByLabel("First day").fill("2031-03-05");
        save(page);
        page.locator(".saved").waitFor();
        assertThat(page.locator("li.holiday")).containsText("closed 09:00–12:00");

        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "holidays.ics",
                        "text/calendar",
                        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:eve\r\nSUMMARY:Winter break\r\nDTSTART;VALUE=DATE:20311224"
                                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                                .getBytes(StandardCharsets.UTF_8)));
        page.locator("#take").click();
        assertThat(page.locator(".saved")).containsText("1 new, 0 changed, 0 removed");
        assertThat(page.locator("li.holiday")).hasCount(2);
        ask(page, "2031-12-24", "12:00");
        assertThat(page.locator(".answer")).containsText("“Winter break” of Acme shop closes the whole day");

        page.locator("#file")
                .setInputFiles(new FilePayload("x.ics", "text/calendar", "no".getBytes(StandardCharsets.UTF_8)));
        page.locator("#take").click();
        assertThat(page.locator(".ui-messages-error")).containsText("not understood");
        String file =
                parley.rest().get("/api/v1/hours/calendar?site=acme", owner).body();
        assertThat(file).contains("Winter break", "Stocktaking");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove: Stocktaking"))
                .click();
        assertThat(page.locator("li.holiday")).hasCount(1);
        save(page);
        page.locator(".saved").waitFor();
        assertThat(hours("site=acme").getJsonArray("holidays").toString())
                .contains("Winter break")
                .doesNotContain("Stocktaking");
    }

    @Test
    void the_second_of_two_administrators_sees_the_change_of_the_first_and_keeps_the_own() {
        Page page = signedIn("/portal/hours?channel=chat");
        JsonObject theirs = Json.createObjectBuilder()
                .add("version", hours("channel=chat").getInt("version"))
                .add("timeZone", "America/New_York")
                .add("ownHolidaysOnly", false)
                .add("holidays", Json.createArrayBuilder())
                .build();
        var answer = parley.rest().send("PUT", "/api/v1/hours?channel=chat", owner, theirs);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

        page.getByLabel("Own hours", new Page.GetByLabelOptions().setExact(true))
                .check();
        day(page, "Sunday").getByRole(AriaRole.BUTTON, named("Remove")).click();
        save(page);
        assertThat(page.locator(".theirs")).containsText("America/New_York");
        assertThat(page.locator(".theirs")).containsText("Ada Admin");
        assertThat(page.locator("#zone")).hasValue("America/New_York");
        assertThat(day(page, "Sunday").locator("input.time")).hasCount(0);
        save(page);
        page.locator(".saved").waitFor();
        JsonObject now = hours("channel=chat");
        assertThat(now.getString("timeZone")).isEqualTo("America/New_York");
        assertThat(now.getJsonArray("week").toString()).contains("saturday").doesNotContain("sunday");
    }

    @Test
    void who_leaves_hours_that_are_not_saved_is_asked() {
        Page page = signedIn("/portal/hours");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        type(day(page, "Tuesday"), 0, "7", "8");
        assertThat(page.locator("[data-unsaved-note]")).hasText("Not saved yet");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Audit log"))
                .click(new Locator.ClickOptions().setNoWaitAfter(true));
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).containsExactly("beforeunload");
        // a navigation that was called off never finishes, and this assertion does not wait for it
        assertThat(day(page, "Tuesday").locator("input").first().inputValue()).isEqualTo("07:00");
    }

    @Test
    void unknown_levels_are_no_page() {
        Page page = signedIn("/portal/hours");
        for (String query : List.of("site=globex", "department=unknown", "channel=fax"))
            assertThat(page.navigate(url("/portal/hours?" + query)).status())
                    .as(query)
                    .isEqualTo(404);
    }

    private static void ask(Page page, String date, String time) {
        page.locator("#testDate").fill(date);
        page.locator("#testTime").fill(time);
        page.locator("#ask").click();
    }

    private static Locator day(Page page, String name) {
        return page.locator("parley-week").getByRole(AriaRole.GROUP, named(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static void type(Locator day, int span, String from, String to) {
        day.locator("input.time").nth(2 * span).fill(from);
        day.locator("input.time").nth(2 * span + 1).fill(to);
        day.locator("input.time").nth(2 * span + 1).press("Tab");
    }

    private static JsonObject hours(String query) {
        return ParleyRest.json(parley.rest().get("/api/v1/hours?" + query, owner));
    }

    private static String department(String name) {
        return ParleyRest.json(parley.rest().get("/api/v1/departments", owner)).getJsonArray("items").stream()
                .map(v -> v.asJsonObject())
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
        page.locator("#go").click();
        page.locator("parley-week .wrow").first().waitFor();
        return page;
    }

    private static void save(Page page) {
        page.locator("#save").click();
    }

    private static String url(String path) {
        return parley.url().resolve(path).toString();
    }
}
