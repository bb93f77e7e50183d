package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hours from an administrator's request to the open widgets of the site. */
@Tag("ROU-8")
@Tag("ROU-9")
class AvailabilityIT {
    private static final String HOURS = "/api/v1/hours?site=acme";
    private static final Duration PROMISED = Duration.ofSeconds(2);

    private final RunningParley parley = RunningParley.shared();
    private final ParleyRest rest = parley.rest();
    private final String administrator = rest.signIn("admin@acme.example");

    @BeforeEach
    @AfterEach
    void asTheCompany() {
        put(Json.createObjectBuilder());
    }

    @Test
    void open_widgets_hear_of_presence_of_edited_hours_and_of_the_clock_within_two_seconds() {
        try (ChatClient visitor = parley.visitor("acme");
                ChatClient agent = parley.agent("agent1@acme.example")) {
            visitor.expect("availability");

            Instant before = Instant.now();
            agent.ask(frame("presence").add("status", "available"));
            JsonObject here = availability(visitor, "available");
            assertThat(Duration.between(before, Instant.now())).isLessThan(PROMISED);
            assertThat(here.getBoolean("open")).isTrue();
            assertThat(here.containsKey("nextChange"))
                    .as("open around the clock")
                    .isFalse();

            before = Instant.now();
            put(week("00:00", "00:01", LocalDate.now(ZoneOffset.UTC).plusDays(2).getDayOfWeek()));
            JsonObject closed = availability(visitor, "closed");
            assertThat(Duration.between(before, Instant.now())).isLessThan(PROMISED);
            Instant opens =
                    LocalDate.now(ZoneOffset.UTC).plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
            assertThat(closed.getBoolean("open")).isFalse();
            assertThat(closed.getString("nextChange")).isEqualTo(opens.toString());
            JsonObject site = ParleyRest.json(rest.get("/api/v1/sites/acme", null));
            assertThat(site.getString("reason")).isEqualTo("closed");
            assertThat(site.getString("nextChange")).isEqualTo(opens.toString());
            assertThat(site.getJsonArray("departments").getJsonObject(0).getBoolean("open"))
                    .isFalse();
            assertThat(rest.get("/chat/acme", null).body()).contains("nextChange", opens.toString());

            // the clock itself: it opens with the next minute that leaves time to see it closed
            Instant minute =
                    Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
            LocalTime from = LocalTime.ofInstant(minute, ZoneOffset.UTC);
            put(week(
                    from.toString(),
                    from.plusMinutes(5).toString(),
                    minute.atZone(ZoneOffset.UTC).getDayOfWeek()));
            JsonObject soon = availability(visitor, "closed");
            assertThat(soon.getString("nextChange")).isEqualTo(minute.toString());
            while (Instant.now().isBefore(minute)) pause();
            JsonObject opened = availability(visitor, "available");
            assertThat(Duration.between(minute, Instant.now())).isLessThan(PROMISED);
            assertThat(opened.getString("nextChange"))
                    .isEqualTo(minute.plusSeconds(300).toString());
            agent.ask(frame("presence").add("status", "offline"));
            assertThat(availability(visitor, "no-agent").containsKey("nextChange"))
                    .isFalse();
        }
    }

    @Test
    void outside_the_hours_a_message_is_left_although_somebody_is_there() {
        try (ChatClient visitor = parley.visitor("acme");
                ChatClient agent = parley.agent("agent1@acme.example")) {
            agent.ask(frame("presence").add("status", "available"));
            put(Json.createObjectBuilder().add("timeZone", "UTC").add("week", Json.createArrayBuilder()));

            String conversation = visitor.say(null, "Anybody there?").getString("conversation");

            JsonObject kept = ParleyRest.json(rest.get("/api/v1/conversations/" + conversation, administrator));
            assertThat(kept.getString("origin")).isEqualTo("message");
            agent.send(frame("close").add("ref", "end").add("conversation", conversation));
            agent.ask(frame("presence").add("status", "offline"));
        }
    }

    @Test
    void an_administrator_writes_asks_imports_and_exports_and_a_late_change_is_a_conflict() {
        JsonObject written = put(week("09:00", "17:00", DayOfWeek.MONDAY));
        assertThat(written.getJsonObject("effective").getString("weekFrom")).isEqualTo("site");
        assertThat(written.getString("timeZone")).isEqualTo("UTC");

        HttpResponse<String> late = rest.send(
                "PUT",
                HOURS,
                administrator,
                Json.createObjectBuilder().add("version", 0).build());
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(ParleyRest.json(late).getString("code")).isEqualTo("conflict");

        JsonObject imported =
                ParleyRest.json(rest.sendCalendar("/api/v1/hours/calendar?site=acme", administrator, """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                UID:xmas@example.org
                SUMMARY:Christmas Day
                DTSTART;VALUE=DATE:20201225
                RRULE:FREQ=YEARLY
                END:VEVENT
                END:VCALENDAR
                """));
        assertThat(imported.getInt("added")).isEqualTo(1);

        JsonObject tested = ParleyRest.json(rest.get(
                "/api/v1/hours/opening?site=acme&channel=chat&at=2028-12-25T12:00:00Z", administrator)); // a Monday
        assertThat(tested.getBoolean("open")).isFalse();
        assertThat(tested.getString("reason")).isEqualTo("holiday");
        assertThat(tested.getString("holiday")).isEqualTo("Christmas Day");
        assertThat(tested.getString("level")).isEqualTo("site");
        assertThat(tested.getString("nextChange")).isEqualTo("2029-01-01T09:00:00Z");

        HttpResponse<String> exported = rest.get("/api/v1/hours/calendar?site=acme", administrator);
        assertThat(exported.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(exported.body())
                .contains("UID:xmas@example.org", "RRULE:FREQ=YEARLY", "DTSTART;VALUE=DATE:20201225");

        HttpResponse<String> broken =
                rest.sendCalendar("/api/v1/hours/calendar?site=acme", administrator, "BEGIN:VCALENDAR\nBEGIN:VEVENT\n");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(ParleyRest.json(broken).getString("detail")).contains("breaks off");
        assertThat(rest.get("/api/v1/hours/opening?at=yesterday", administrator).statusCode())
                .isEqualTo(400);
        assertThat(rest.get("/api/v1/hours?channel=fax", administrator).statusCode())
                .isEqualTo(400);
    }

    private JsonObject put(JsonObjectBuilder said) {
        int version = ParleyRest.json(rest.get(HOURS, administrator)).getInt("version");
        HttpResponse<String> answer = rest.send(
                "PUT", HOURS, administrator, said.add("version", version).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ParleyRest.json(answer);
    }

    private static JsonObjectBuilder week(String from, String to, DayOfWeek day) {
        JsonArrayBuilder week = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("day", day.name().toLowerCase(Locale.ROOT))
                        .add("from", from)
                        .add("to", to));
        return Json.createObjectBuilder().add("timeZone", "UTC").add("week", week);
    }

    private static JsonObject availability(ChatClient visitor, String reason) {
        return visitor.expect(
                "availability " + reason,
                f -> "availability".equals(f.getString("type")) && reason.equals(f.getString("reason")));
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
}
