package dev.parley.running.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.Await;
import dev.parley.running.ParleyRest;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("SEC-2")
@Tag("SEC-3")
@Tag("SEC-5")
@Tag("CHAT-8")
class RoutesIT {
    private static final Set<String> LISTS =
            Set.of("/api/v1/tags", "/api/v1/outcomes", "/api/v1/away-reasons", "/api/v1/canned-responses");

    private static Desk desk;

    /** Who manages people gives no role above the own one. */
    private static String invitedAs = "agent";

    private static Set<Route> listed;
    private final RouteTable table = new RouteTable();

    @BeforeAll
    static void prepare() {
        desk = new Desk();
        listed = Route.listed(desk.parley.rest());
        // the picture is looked at before anybody may open it
        Await.until(
                "the picture is checked",
                Duration.ofSeconds(30),
                () -> desk.parley
                                .rest()
                                .get("/api/v1/files/" + desk.file, desk.token(Actor.VISITOR))
                                .statusCode()
                        == 200);
    }

    @AfterAll
    static void leave() {
        desk.close();
    }

    @Test
    void every_route_has_its_rule_and_every_rule_its_route() {
        assertThat(listed).hasSizeGreaterThan(30);
        assertThat(table.unknown(listed)).isEmpty();
    }

    @Test
    void a_route_that_no_rule_knows_is_noticed() {
        Set<Route> planted = new TreeSet<>(listed);
        planted.add(Route.of("GET /api/v1/planted"));

        assertThat(table.unknown(planted)).containsExactly(Route.of("GET /api/v1/planted"));
    }

    @TestFactory
    Stream<DynamicTest> each_role_gets_what_its_rule_says() {
        return listed.stream()
                .flatMap(route -> Arrays.stream(Actor.values())
                        .filter(actor -> !actor.isForeign())
                        .map(actor -> DynamicTest.dynamicTest(route + " by " + actor, () -> roleOf(route, actor))));
    }

    private void roleOf(Route route, Actor actor) {
        RouteTable.Rule rule = table.of(route);
        // a sign-in costs time on purpose: a new one only for what ends it
        String token = route.method().equals("DELETE") ? desk.freshToken(actor) : desk.token(actor);
        HttpResponse<String> answer = ask(route, ownId(route, actor, token), token);
        if (route.equals(Route.of("DELETE /api/v1/sessions"))) desk.renew(actor);

        if (rule.audience().has(actor)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(rule.success());
        } else {
            Set<Integer> refusals = actor == Actor.NOBODY ? Set.of(401) : table.refusals(route);
            assertThat(answer.statusCode()).as(answer.body()).isIn(refusals);
            assertThat(answer.body()).doesNotContain(desk.canary);
        }
        if (answer.statusCode() >= 400) isProblem(answer);
    }

    /** Whoever has a role of the company's own with nothing else in it. */
    @TestFactory
    Stream<DynamicTest> a_permission_alone_opens_its_routes_and_no_other() {
        return PermissionTable.ALL.stream()
                .map(permission -> DynamicTest.dynamicTest(permission, () -> alone(permission)));
    }

    private void alone(String permission) {
        var soft = new SoftAssertions();
        try (OneRole role = new OneRole(desk.parley.rest(), permission)) {
            invitedAs = permission.equals("manage-people") ? role.id() : "agent";
            String token = role.token();
            for (Route route : listed) {
                // what ends sign-ins would end this one
                if (route.path().contains("/sessions")) continue;
                RouteTable.Rule rule = table.of(route);
                HttpResponse<String> answer = ask(route, ownId(route, Actor.AGENT, token), token);
                boolean opens = PermissionTable.opens(permission, route, rule.audience());
                if (opens)
                    soft.assertThat(answer.statusCode())
                            .as(route + " opens: " + answer.body())
                            .isEqualTo(rule.success());
                else
                    soft.assertThat(table.refusals(route))
                            .as(route + " stays shut: " + answer.statusCode())
                            .contains(answer.statusCode());
            }
        } finally {
            invitedAs = "agent";
        }
        soft.assertAll();
    }

    /** Each with a token that has its scope and nothing else, and with one that has everything else. */
    @TestFactory
    @Tag("OPS-1")
    Stream<DynamicTest> a_token_is_let_in_by_its_scope_and_by_no_other() {
        Map<String, JsonObject> only = new TreeMap<>();
        Map<String, JsonObject> others = new TreeMap<>();
        for (String scope : ScopeTable.ALL) {
            only.put(scope, desk.apiToken(Set.of(scope)));
            others.put(scope, desk.apiToken(ScopeTable.allBut(scope)));
        }
        JsonObject everything = desk.apiToken(ScopeTable.ALL);
        return listed.stream()
                .filter(route -> table.of(route).audience() != Audience.EVERYBODY)
                .map(route -> DynamicTest.dynamicTest(route + " by a token", () -> {
                    Optional<String> scope =
                            ScopeTable.of(route, table.of(route).audience());
                    if (scope.isEmpty()) refused(route, everything, null);
                    else scopeOf(route, scope.get(), only.get(scope.get()), others.get(scope.get()));
                }))
                .onClose(() -> Stream.of(only.values(), others.values(), List.of(everything))
                        .flatMap(Collection::stream)
                        .forEach(desk::revoke));
    }

    private void scopeOf(Route route, String scope, JsonObject only, JsonObject others) {
        refused(route, others, scope);
        String token = only.getString("token");
        HttpResponse<String> answer = ask(route, ownId(route, Actor.OWNER, desk.token(Actor.OWNER)), token);
        assertThat(answer.statusCode())
                .as(answer.body())
                .isEqualTo(table.of(route).success());
    }

    /** @param lacks the scope that is named, or null where no token is let in */
    private static void refused(Route route, JsonObject apiToken, String lacks) {
        HttpResponse<String> answer = ask(route, desk.nowhere, apiToken.getString("token"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        isProblem(answer);
        if (lacks != null)
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer error=\"insufficient_scope\", scope=\"" + lacks + "\"");
    }

    @Test
    @Tag("OPS-1")
    void openapi_names_the_tokens_and_their_scopes() {
        JsonObject schemes = ParleyRest.json(desk.parley.rest().get("/openapi?format=JSON", null))
                .getJsonObject("components")
                .getJsonObject("securitySchemes");

        assertThat(schemes.getJsonObject("token").getString("scheme")).isEqualTo("bearer");
        assertThat(schemes.getJsonObject("token").getString("description")).contains(ScopeTable.ALL);
    }

    @TestFactory
    Stream<DynamicTest> a_foreign_id_gets_the_answer_of_one_that_does_not_exist() {
        return listed.stream()
                .filter(Route::hasId)
                .flatMap(route -> Stream.of(Actor.FOREIGN_VISITOR, Actor.FOREIGN_AGENT, Actor.FOREIGN_OWNER)
                        .map(actor ->
                                DynamicTest.dynamicTest(route + " by " + actor, () -> foreignIdOf(route, actor))));
    }

    private void foreignIdOf(Route route, Actor actor) {
        String token = desk.token(actor);
        Actor owner = actor.email() == null ? Actor.VISITOR : Actor.AGENT;
        String id = ownId(route, owner, desk.token(owner));

        HttpResponse<String> foreign = ask(route, id, token);
        HttpResponse<String> nowhere = ask(route, desk.nowhere, token);

        assertThat(foreign.statusCode())
                .as(foreign.body())
                .isEqualTo(nowhere.statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(foreign.body()).isEqualTo(nowhere.body()).doesNotContain(desk.canary);
        assertThat(names(foreign)).isEqualTo(names(nowhere));
    }

    @TestFactory
    Stream<DynamicTest> a_foreign_name_in_a_query_of_hours_gets_the_answer_of_one_that_does_not_exist() {
        Map<String, String> acmes = Map.of("site", "acme", "department", desk.department("acme"));
        return Stream.of("/api/v1/hours", "/api/v1/hours/opening", "/api/v1/hours/calendar")
                .flatMap(path -> acmes.entrySet().stream()
                        .map(name -> DynamicTest.dynamicTest(path + "?" + name.getKey(), () -> {
                            String query = path + "?" + name.getKey() + "=";
                            var foreign =
                                    desk.parley.rest().get(query + name.getValue(), desk.token(Actor.FOREIGN_OWNER));
                            var nowhere = desk.parley.rest().get(query + desk.nowhere, desk.token(Actor.FOREIGN_OWNER));

                            assertThat(foreign.statusCode())
                                    .isEqualTo(nowhere.statusCode())
                                    .isEqualTo(404);
                            assertThat(foreign.body()).isEqualTo(nowhere.body());
                        })));
    }

    @TestFactory
    Stream<DynamicTest> a_foreign_id_in_a_query_gets_the_answer_of_one_that_does_not_exist() {
        Map<String, String> acmes = Map.of(
                "agent", desk.account(Actor.AGENT), "department", desk.department("acme"), "cursor", desk.conversation);
        return acmes.entrySet().stream()
                .map(id -> DynamicTest.dynamicTest("GET /api/v1/conversations?" + id.getKey(), () -> {
                    String path = "/api/v1/conversations?" + id.getKey() + "=";
                    var foreign = desk.parley.rest().get(path + id.getValue(), desk.token(Actor.FOREIGN_OWNER));
                    var nowhere = desk.parley.rest().get(path + desk.nowhere, desk.token(Actor.FOREIGN_OWNER));

                    assertThat(foreign.statusCode()).isEqualTo(nowhere.statusCode());
                    assertThat(foreign.body()).isEqualTo(nowhere.body()).doesNotContain(desk.canary);
                }));
    }

    @Test
    void a_list_holds_nothing_of_another_company() {
        var own = desk.parley.rest().get("/api/v1/conversations", desk.token(Actor.OWNER));
        var foreign = desk.parley.rest().get("/api/v1/conversations", desk.token(Actor.FOREIGN_OWNER));

        assertThat(own.body()).as("the secret can be found at all").contains(desk.canary);
        assertThat(foreign.statusCode()).isEqualTo(200);
        assertThat(foreign.body()).doesNotContain(desk.canary).doesNotContain(desk.conversation);
    }

    @TestFactory
    @Tag("SEC-4")
    Stream<DynamicTest> the_audit_log_tells_nothing_of_another_company() {
        String own =
                desk.parley.rest().get("/api/v1/audit", desk.token(Actor.OWNER)).body();
        String cursor = ParleyRest.json(own).getJsonArray("items").isEmpty()
                ? desk.nowhere
                : ParleyRest.json(own).getJsonArray("items").getJsonObject(0).getString("id");
        return Map.of("agent", desk.account(Actor.OWNER), "cursor", cursor).entrySet().stream()
                .map(id -> DynamicTest.dynamicTest("GET /api/v1/audit?" + id.getKey(), () -> {
                    String path = "/api/v1/audit?" + id.getKey() + "=";
                    var foreign = desk.parley.rest().get(path + id.getValue(), desk.token(Actor.FOREIGN_OWNER));
                    var nowhere = desk.parley.rest().get(path + desk.nowhere, desk.token(Actor.FOREIGN_OWNER));

                    assertThat(foreign.statusCode()).isEqualTo(nowhere.statusCode());
                    assertThat(foreign.body()).isEqualTo(nowhere.body());
                }));
    }

    @Test
    void a_visitor_cannot_open_what_another_visitor_of_the_same_site_sent() {
        String other = desk.visitor("acme");

        var foreign = desk.parley.rest().get("/api/v1/files/" + desk.file, other);
        var nowhere = desk.parley.rest().get("/api/v1/files/" + desk.nowhere, other);

        assertThat(foreign.statusCode()).isEqualTo(nowhere.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(nowhere.body());
    }

    /** An id with which whoever may ask succeeds. */
    private static String ownId(Route route, Actor actor, String token) {
        if (route.path().contains("/sessions/")) {
            return actor.email() == null || !route.hasId() ? desk.nowhere : desk.otherSignIn(actor, token);
        }
        if (route.path().contains("/visitor-notes/")) return desk.noteOnPerson();
        if (route.path().contains("/tokens/"))
            return desk.apiToken(Set.of("audit:read")).getString("id");
        boolean comesOrGoes = route.method().equals("DELETE") || route.path().matches(".*/(?:activation|photo)");
        if (route.path().contains("/agents/{id}") && comesOrGoes) return desk.invited(invitedAs);
        if (route.path().contains("/invitations/{id}")) return desk.invited(invitedAs);
        if (route.path().contains("/roles/{id}")) return desk.role();
        if (route.path().contains("/agents/{id}")) return desk.account(Actor.AGENT);
        if (route.path().contains("/departments/{id}")) return desk.department("acme");
        return route.path().contains("/files/") ? desk.file : desk.conversation;
    }

    private static HttpResponse<String> ask(Route route, String id, String token) {
        if (route.equals(Route.of("POST /api/v1/files"))) return desk.upload(token);
        if (route.equals(Route.of("POST /api/v1/hours/calendar")))
            return desk.parley.rest().sendCalendar(route.path(), token, "BEGIN:VCALENDAR\r\nEND:VCALENDAR");
        boolean hasBody = Set.of("POST", "PUT").contains(route.method());
        return desk.parley.rest().send(route.method(), route.with(id), token, hasBody ? body(route) : null);
    }

    private static JsonObject body(Route route) {
        var body = Json.createObjectBuilder();
        if (route.path().endsWith("/sessions")) {
            body.add("email", "agent2@acme.example").add("password", ParleyRest.PASSWORD);
        } else if (route.path().endsWith("/password-resets")) {
            body.add("email", UUID.randomUUID() + "@acme.example");
        } else if (route.path().endsWith("/invitations")) {
            body.add("email", UUID.randomUUID() + "@acme.example").add("role", invitedAs);
        } else if (route.path().endsWith("/messages")) {
            body.add("clientId", UUID.randomUUID().toString()).add("text", "Hello");
        } else if (route.path().endsWith("/visitor")) {
            body.add("name", desk.canary);
        } else if (route.path().endsWith("/visitor/notes")) {
            body.add("text", desk.canary);
        } else if (route.path().endsWith("/account/language")) {
            body.addNull("language");
        } else if (route.path().endsWith("/notifications")) {
            body.add("endpoint", "https://push.example/x").add("keys", JsonValue.EMPTY_JSON_OBJECT);
        } else if (route.path().endsWith("/presence")) {
            body.add("status", "offline");
        } else if (route.path().endsWith("/priority")) {
            body.add("priority", "normal");
        } else if (route.path().endsWith("/roles/{id}")) {
            return Desk.spareRole();
        } else if (route.path().endsWith("/v1/agents")) {
            body.add("id", desk.account(Actor.AGENT)).add("capacity", 4);
        } else if (route.path().endsWith("/agents/{id}")) {
            body.add("capacity", 4);
        } else if (route.path().endsWith("/departments/{id}")) {
            body.add("tagsRequired", false);
        } else if (route.path().endsWith("/departments")) {
            body.add("name", "Sales").add("order", JsonValue.EMPTY_JSON_ARRAY);
        } else if (route.path().endsWith("/v1/sites")) {
            body.add("siteKey", "acme").add("name", "Acme shop");
        } else if (route.path().endsWith("/archive")) {
            body.add("moveTo", desk.department("acme"));
        } else if (route.path().endsWith("/replays")) {
            body.add("day", LocalDate.now(ZoneOffset.UTC).minusDays(3).toString());
        } else if (route.path().endsWith("/company")) {
            return ParleyRest.json(desk.parley.rest().get(route.path(), desk.token(Actor.OWNER)));
        } else if (route.path().endsWith("{id}/tags")) {
            body.add("tags", JsonValue.EMPTY_JSON_ARRAY);
        } else if (LISTS.contains(route.path())) {
            body.add("items", kept(route));
        }
        return route.path().endsWith("/hours") ? hours(route) : body.build();
    }

    /** Acme's own hours, so that writing them anew changes nothing. */
    private static JsonObject hours(Route route) {
        return ParleyRest.json(desk.parley.rest().get(route.path(), desk.token(Actor.OWNER)));
    }

    /** Acme's own list, so that writing it anew changes nothing. */
    private static JsonArray kept(Route route) {
        return ParleyRest.json(desk.parley.rest().get(route.path(), desk.token(Actor.OWNER)))
                .getJsonArray("items");
    }

    private static void isProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonObject problem = ParleyRest.json(answer);
        assertThat(problem.keySet()).contains("type", "title", "status", "detail", "code");
        assertThat(problem.getInt("status")).isEqualTo(answer.statusCode());
    }

    private static Set<String> names(HttpResponse<String> answer) {
        return new TreeSet<>(answer.headers().map().keySet());
    }
}
