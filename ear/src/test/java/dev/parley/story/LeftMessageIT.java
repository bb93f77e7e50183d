package dev.parley.story;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.Await;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A visitor in another time zone comes while the desk is closed: when it opens, a message left with an address, and nothing lost. */
@Tag("CHAT-23")
@Tag("WID-12")
class LeftMessageIT {
    private static final String HOURS = "/api/v1/hours?site=acme";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final RunningParley parley = RunningParley.shared();
    private final ParleyRest rest = parley.rest();
    private final String administrator = rest.signIn("admin@acme.example");
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final Browsers browsers = new Browsers();
    private ChatClient agent;
    private Page page;
    private Widget widget;

    @BeforeEach
    void come() {
        agent = parley.agent("agent1@acme.example");
        agent.ask(frame("presence").add("status", "available"));
        openOn(null);
        page = browsers.newPerson(new Browser.NewContextOptions()
                .setViewportSize(Browsers.WIDTH, Browsers.HEIGHT)
                .setTimezoneId(TOKYO.getId()));
        widget = new Widget(page);
    }

    @AfterEach
    void leave() {
        // others come to this desk: it must be open again whatever fails here
        put(null);
        browsers.close();
        if (agent == null) return;
        agent.ask(frame("presence").add("status", "offline"));
        agent.close();
    }

    /** On Parley's own page: in the frame of another site a browser may keep nothing for us. */
    @Test
    void what_is_typed_and_not_sent_outlives_a_reload() {
        openOn(LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek().name());
        page.navigate(parley.url().resolve("/chat/acme").toString());
        Locator leave = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Leave a message"));
        Locator address = page.getByLabel("E-mail (optional)");
        leave.click();
        page.locator("textarea").fill("Is the Ridge 3 in stock? " + word);
        address.fill("lena.hoff@example");
        // what keeps the words is fetched at the first key
        page.waitForFunction("word => JSON.stringify(localStorage).includes(word)", word);

        page.reload();
        page.waitForCondition(() -> leave.isVisible() || address.isVisible());
        if (leave.isVisible()) leave.click();
        page.waitForCondition(() -> page.locator("textarea").inputValue().endsWith(word));
        address.waitFor();
        assertThat(address.inputValue()).isEqualTo("lena.hoff@example");
    }

    @Test
    void what_is_typed_outlives_closing_and_a_message_is_left_with_an_address() {
        openOn("now");
        widget.goToTheShop();
        widget.open();
        widget.button("Start a chat").click();
        widget.field().fill("Is the Ridge 3 in stock? " + word);

        DayOfWeek day = LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek();
        openOn(day.name());
        widget.panel().getByLabel("E-mail (optional)").waitFor();
        assertThat(widget.field().inputValue()).as("typed before it closed").endsWith(word);
        // 09:00 UTC is 18:00 in Tokyo, where the day may be another by now
        LocalDate there = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(day));
        String name = there.atTime(9, 0)
                .atZone(ZoneOffset.UTC)
                .withZoneSameInstant(TOKYO)
                .getDayOfWeek()
                .getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH);
        widget.panel().getByText("Back on " + name + " at 6:00 PM").waitFor();

        widget.panel().getByLabel("E-mail (optional)").fill("lena.hoff@example");
        widget.button("Send").click();
        widget.panel().getByText("This is not a complete e-mail address.").waitFor();
        assertThat(widget.field().inputValue()).as("not sent, not lost").endsWith(word);

        Locator address = widget.panel().getByLabel("E-mail (optional)");
        assertThat(address.inputValue()).isEqualTo("lena.hoff@example");
        address.fill("lena.hoff@example.com");
        widget.button("Send").click();
        widget.panel().getByText("We have your message.").waitFor();
        widget.panel().getByText("We can also reach you at").waitFor();
        assertThat(widget.panel().locator(".left").innerText()).contains("lena.hoff@example.com", "on " + name);
        assertThat(widget.panel().getByText("in line").count())
                .as("a place means nothing now")
                .isZero();

        JsonObject kept = conversation();
        assertThat(kept.getString("origin")).isEqualTo("message");
        assertThat(kept.getString("status")).isEqualTo("waiting");
        JsonObject visitor =
                ParleyRest.json(rest.get("/api/v1/conversations/" + kept.getString("id") + "/visitor", administrator));
        assertThat(visitor.getString("email")).isEqualTo("lena.hoff@example.com");

        page.reload();
        widget.open();
        widget.goOn();
        widget.said(word).waitFor();
        widget.panel().getByText("We have your message.").waitFor();
        openOn("now");
        widget.panel().getByText("We are here again and answer soon.").waitFor();
        agent.ask(frame("close").add("conversation", kept.getString("id")));
    }

    @Test
    void an_address_can_be_given_after_the_message_too() {
        openOn(LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek().name());
        widget.goToTheShop();
        widget.open();
        widget.begin("No address yet " + word);
        widget.panel().getByText("We have your message.").waitFor();
        widget.panel().getByLabel("E-mail (optional)").fill("later@example.org");
        widget.button("Save").click();
        widget.panel().getByText("We can also reach you at").waitFor();
        String id = conversation().getString("id");
        JsonObject visitor = ParleyRest.json(rest.get("/api/v1/conversations/" + id + "/visitor", administrator));
        assertThat(visitor.getString("email")).isEqualTo("later@example.org");
        agent.ask(frame("close").add("conversation", id));
    }

    @Test
    void a_form_that_nobody_asked_for_is_refused_and_nothing_of_it_is_kept() {
        try (ChatClient visitor = parley.visitor("acme")) {
            visitor.send(frame("send")
                    .add("ref", "form")
                    .add("clientId", UUID.randomUUID().toString())
                    .add("text", "Hello")
                    .add("form", Json.createObjectBuilder().add("iban", "DE02").add("email", "a@example.org")));
            JsonObject refused = visitor.expect("error");
            assertThat(refused.getString("code")).isEqualTo("invalid");
            assertThat(refused.getString("message")).contains("iban");
        }
    }

    private JsonObject conversation() {
        return Await.answer(
                "the conversation",
                Duration.ofSeconds(20),
                () ->
                        ParleyRest.json(rest.get("/api/v1/conversations?q=" + word, administrator))
                                .getJsonArray("items")
                                .stream()
                                .map(JsonObject.class::cast)
                                .findFirst());
    }

    /** Open on one day from 09:00 to 10:00 UTC, around the clock for "now", never for null. */
    private void openOn(String day) {
        var week = Json.createArrayBuilder();
        if ("now".equals(day)) {
            for (DayOfWeek each : DayOfWeek.values()) week.add(span(each.name(), "00:00", "24:00"));
        } else if (day != null) {
            week.add(span(day, "09:00", "10:00"));
        }
        put(week);
    }

    private static jakarta.json.JsonObjectBuilder span(String day, String from, String to) {
        return Json.createObjectBuilder()
                .add("day", day.toLowerCase(java.util.Locale.ROOT))
                .add("from", from)
                .add("to", to);
    }

    /** @param week null is as the company */
    private void put(jakarta.json.JsonArrayBuilder week) {
        int version = ParleyRest.json(rest.get(HOURS, administrator)).getInt("version");
        var said = Json.createObjectBuilder().add("version", version);
        if (week != null) said.add("timeZone", "UTC").add("week", week);
        assertThat(rest.send("PUT", HOURS, administrator, said.build()).statusCode())
                .isEqualTo(200);
    }
}
