package dev.parley.running.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ParleyRest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each list that OpenAPI says to come in parts: read one by one it is the same list, and its cursors show nothing of it to others. */
@Tag("OPS-1")
class ListsIT {
    private static final int MOST_PARTS = 12;
    private static final List<String> IDS = List.of("id", "siteKey");

    private static Desk desk;
    private static JsonObject token;

    @BeforeAll
    static void prepare() {
        desk = new Desk();
        desk.invited("agent");
        desk.invited("agent");
        token = desk.apiToken(Set.of("audit:read"));
    }

    @AfterAll
    static void leave() {
        desk.revoke(token);
        desk.close();
    }

    private static Stream<String> inParts() {
        JsonObject paths = ParleyRest.json(desk.parley.rest().get("/openapi?format=JSON", null))
                .getJsonObject("paths");
        return paths.entrySet().stream()
                .filter(path -> !path.getKey().contains("/operator/"))
                .filter(path -> asksFor(path.getValue().asJsonObject().getJsonObject("get"), "cursor"))
                .map(path -> path.getKey().replace("{id}", desk.conversation));
    }

    private static boolean asksFor(JsonObject get, String name) {
        return get != null
                && get.containsKey("parameters")
                && get.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
                        .anyMatch(each -> each.getString("name").equals(name));
    }

    @Test
    void openapi_knows_them() {
        assertThat(inParts())
                .contains("/api/v1/agents", "/api/v1/people", "/api/v1/tags", "/api/v1/sites", "/api/v1/audit")
                .hasSizeGreaterThan(15);
    }

    @TestFactory
    Stream<DynamicTest> read_one_by_one_it_is_the_same_list() {
        return inParts()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    List<JsonValue> whole = items(get(path, Actor.OWNER));
                    List<JsonValue> read = new ArrayList<>();
                    String query = "?limit=1";
                    for (int part = 0; query != null && part < MOST_PARTS; part++) {
                        JsonObject answer = get(path + query, Actor.OWNER);
                        assertThat(items(answer)).hasSizeLessThanOrEqualTo(1);
                        read.addAll(items(answer));
                        query = answer.containsKey("next") ? "?limit=1&cursor=" + answer.getString("next") : null;
                    }
                    assertThat(read).hasSameSizeAs(whole.subList(0, Math.min(MOST_PARTS, whole.size())));
                    assertThat(read.stream().map(ListsIT::id).toList())
                            .isEqualTo(whole.stream()
                                    .limit(read.size())
                                    .map(ListsIT::id)
                                    .toList());
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_limit_or_cursor_that_is_none_is_a_problem() {
        return inParts()
                .flatMap(path -> Stream.of("limit=0", "limit=x", "limit=1001", "cursor=!", "cursor=%25")
                        // takes the next number that fits
                        .filter(query -> !path.equals("/api/v1/conversations") || !query.matches("limit=\\d+"))
                        .map(query -> DynamicTest.dynamicTest(path + "?" + query, () -> {
                            HttpResponse<String> answer =
                                    desk.parley.rest().get(path + "?" + query, desk.token(Actor.OWNER));
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
                            assertThat(ParleyRest.json(answer).getString("code"))
                                    .isEqualTo("invalid");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> a_foreign_cursor_shows_nothing_of_its_list() {
        return inParts()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    JsonObject own = get(path + "?limit=1", Actor.OWNER);
                    String cursor = own.getString(
                            "next",
                            items(own).isEmpty() ? desk.nowhere : id(items(own).get(0)));

                    HttpResponse<String> foreign =
                            desk.parley.rest().get(path + "?cursor=" + cursor, desk.token(Actor.FOREIGN_OWNER));

                    assertThat(foreign.statusCode()).as(foreign.body()).isIn(200, 400, 404);
                    for (JsonValue item : items(get(path, Actor.OWNER)))
                        if (!id(item).isEmpty()) assertThat(foreign.body()).doesNotContain('"' + id(item) + '"');
                }));
    }

    @Test
    void a_foreign_id_that_is_sent_or_asked_for_gets_the_answer_of_one_that_does_not_exist() {
        String agent = desk.account(Actor.AGENT);
        same(change(agent), change(desk.nowhere), 404);
        same(asked("/api/v1/sightings/acme"), asked("/api/v1/sightings/" + desk.nowhere), 404);
        String decisions = "/api/v1/decisions?department=";
        same(asked(decisions + desk.department("acme")), asked(decisions + desk.nowhere), 404);
    }

    private static HttpResponse<String> change(String agent) {
        JsonObject body = Json.createObjectBuilder()
                .add("id", agent)
                .add("name", "Foreign")
                .build();
        return desk.parley.rest().send("PUT", "/api/v1/agents", desk.token(Actor.FOREIGN_OWNER), body);
    }

    private static HttpResponse<String> asked(String path) {
        return desk.parley.rest().get(path, desk.token(Actor.FOREIGN_OWNER));
    }

    private static void same(HttpResponse<String> foreign, HttpResponse<String> nowhere, int status) {
        assertThat(foreign.statusCode())
                .as(foreign.body())
                .isEqualTo(nowhere.statusCode())
                .isEqualTo(status);
        assertThat(foreign.body()).isEqualTo(nowhere.body());
    }

    @Test
    void whoever_is_named_in_what_is_sent_is_changed_and_nobody_else() {
        String agent = desk.account(Actor.AGENT);
        JsonObject before = get("/api/v1/agents/" + agent, Actor.OWNER);
        JsonObject titled = Json.createObjectBuilder()
                .add("id", agent)
                .add("title", "Adviser for pumps")
                .add("version", before.getInt("version"))
                .build();

        var changed = desk.parley.rest().send("PUT", "/api/v1/agents", desk.token(Actor.OWNER), titled);
        var outdated = desk.parley.rest().send("PUT", "/api/v1/agents", desk.token(Actor.OWNER), titled);
        var other = desk.parley
                .rest()
                .send("PUT", "/api/v1/agents/" + desk.account(Actor.OWNER), desk.token(Actor.OWNER), titled);
        var nobody =
                desk.parley.rest().send("PUT", "/api/v1/agents", desk.token(Actor.OWNER), JsonValue.EMPTY_JSON_OBJECT);

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(ParleyRest.json(changed).getString("title")).isEqualTo("Adviser for pumps");
        assertThat(ParleyRest.json(changed).getString("name")).isEqualTo(before.getString("name"));
        assertThat(outdated.statusCode()).isEqualTo(409);
        assertThat(other.statusCode()).as("two ids").isEqualTo(400);
        assertThat(nobody.statusCode()).isEqualTo(400);
        JsonObject back = Json.createObjectBuilder()
                .add("id", agent)
                .add("title", before.getString("title", ""))
                .build();
        desk.parley.rest().send("PUT", "/api/v1/agents", desk.token(Actor.OWNER), back);
    }

    private static JsonObject get(String path, Actor actor) {
        HttpResponse<String> answer = desk.parley.rest().get(path, desk.token(actor));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return ParleyRest.json(answer);
    }

    private static List<JsonValue> items(JsonObject answer) {
        return List.copyOf(answer.getJsonArray("items"));
    }

    /** Empty for what has none. */
    private static String id(JsonValue item) {
        return IDS.stream()
                .map(name -> item.asJsonObject().getString(name, ""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }
}
