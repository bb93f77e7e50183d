package dev.parley.running.everywhere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator's tools ask. */
@Tag("OPS-6")
class HealthIT {
    private final RunningParley parley = RunningParley.shared();
    private final ParleyRest management = new ParleyRest(parley.management());

    @Test
    void it_says_that_it_lives() {
        HttpResponse<String> answer = management.get("/health/live", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ParleyRest.json(answer).getString("status")).isEqualTo("UP");
    }

    @Test
    void it_is_ready_because_database_disk_and_persistence_are() {
        HttpResponse<String> answer = management.get("/health/ready", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ParleyRest.json(answer).getString("status")).isEqualTo("UP");
        if (parley.asksOwnChecks()) {
            assertThat(List.of("database", "disk", "persistence"))
                    .allSatisfy(name ->
                            assertThat(check(answer, name).getString("status")).isEqualTo("UP"));
        }
    }

    /** An entity that is not woven works too, only slower and with eager reads: nothing else would say so. */
    @Test
    void persistence_is_eclipselink_with_woven_entities() throws IOException {
        assertThat(Files.readString(parley.log()))
                .containsPattern(
                        "persistence provider=org\\.eclipse\\.persistence\\.\\S+ entities=[1-9]\\d* notWoven=\\[]");
    }

    @Test
    void metrics_are_given_to_loopback() {
        HttpResponse<String> answer = management.get("/metrics", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("# TYPE ");
    }

    @Test
    void the_api_is_described() {
        HttpResponse<String> answer = parley.rest().get("/openapi", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("openapi: 3").contains("/api/v1/sessions");
    }

    private static JsonObject check(HttpResponse<String> health, String name) {
        return ParleyRest.json(health).getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + name + " in " + health.body()));
    }
}
