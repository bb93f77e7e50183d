package dev.parley.running.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the widget's first page asks when it is drawn: how else the company can be reached, and when it is open. */
@Tag("WID-10")
class ReachIT {
    private static final String REACH = "/api/v1/sites/globex/reach";

    private final ParleyRest rest = RunningParley.shared().rest();

    @Test
    void visitors_get_what_is_shown_of_their_company_and_its_hours_as_moments() {
        HttpResponse<String> answer = rest.get(REACH, null);

        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=60");
        assertThat(answer.body())
                .contains("+44 20 7946 0100", "service@globex.example", "1 Example Square\\nLondon")
                .doesNotContain("acme", "5550123", "shown");
        assertThat(rest.get("/api/v1/sites/acme/reach", null).body())
                .contains("+49 30 5550123", "+43 1 5550142")
                .doesNotContain("+49 30 5550199", "globex");
        JsonObject hours = ParleyRest.json(answer).getJsonObject("hours");
        assertThat(Duration.between(moment(hours, "from"), Instant.now())).isGreaterThan(Duration.ofHours(25));
        assertThat(Duration.between(Instant.now(), moment(hours, "until"))).isGreaterThan(Duration.ofDays(8));
        assertThat(hours.getJsonArray("open")).hasSizeBetween(10, 16).allSatisfy(time -> {
            Duration open = Duration.between(moment(time.asJsonObject(), "from"), moment(time.asJsonObject(), "until"));
            assertThat(open).isBetween(Duration.ofMinutes(1), Duration.ofHours(5));
        });
    }

    @Test
    void who_has_it_gets_it_only_when_it_is_otherwise_and_without_what_the_site_switches_off() {
        String administrator = rest.signIn("admin@globex.example");
        HttpResponse<String> known = rest.get(REACH, null);
        String tag = known.headers().firstValue("ETag").orElseThrow();
        assertThat(rest.getIfOther(REACH, tag).statusCode()).isEqualTo(304);
        try {
            look(administrator, "contact", false);
            HttpResponse<String> without = rest.getIfOther(REACH, tag);
            assertThat(without.statusCode()).isEqualTo(200);
            assertThat(ParleyRest.json(without)).containsOnlyKeys("hours");
            look(administrator, "hours", false);
            assertThat(ParleyRest.json(rest.get(REACH, null))).isEmpty();
        } finally {
            look(administrator, "contact", true);
            look(administrator, "hours", true);
        }
        assertThat(ParleyRest.json(rest.get(REACH, null))).containsOnlyKeys("locations", "hours");
        assertThat(rest.get("/api/v1/sites/nobody/reach", null).statusCode()).isEqualTo(404);
    }

    private void look(String administrator, String part, boolean on) {
        JsonObject said = Json.createObjectBuilder()
                .add("siteKey", "globex")
                .add("look", Json.createObjectBuilder().add(part, on ? JsonValue.TRUE : JsonValue.FALSE))
                .build();
        assertThat(rest.send("PUT", "/api/v1/sites", administrator, said).statusCode())
                .isEqualTo(200);
    }

    private static Instant moment(JsonObject of, String name) {
        return Instant.parse(of.getString(name));
    }
}
