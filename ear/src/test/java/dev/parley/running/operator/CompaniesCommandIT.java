package dev.parley.running.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ChatClient;
import dev.parley.running.PageClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's command against a real server: what it does to companies, and what their people and visitors notice of it. */
@Tag("SEC-1")
@Tag("SEC-3")
@Tag("OPS-9")
class CompaniesCommandIT {
    private static final String TOKEN = "the operators token of this test, long enough";
    private static final String AGENT = "agent@globex.example";

    private static RunningParley parley;
    private static CompaniesCommand command;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        parley = RunningParley.start(Map.of("PARLEY_OPERATOR_TOKEN", TOKEN));
        command = new CompaniesCommand(parley, TOKEN);
    }

    @AfterAll
    static void end() {
        parley.close();
    }

    @Test
    void a_company_is_made_and_its_owner_comes_by_the_link() {
        String name = "Bl\u00fcm \"& S\u00f6hne\" \u2615";
        JsonObject made = ParleyRest.json(done("create", name, "bluem", "Olga@Bluem.example", "--invite", "link"));
        JsonObject invitation = made.getJsonObject("invitation");
        assertThat(made.getString("name")).isEqualTo(name);
        assertThat(invitation.getString("by")).isEqualTo("link");

        JsonObject chosen = Json.createObjectBuilder()
                .add("token", invitation.getString("link").split("token=", 2)[1])
                .add("name", "Olga")
                .add("password", "correct horse battery")
                .build();
        HttpResponse<String> joined = parley.rest().post("/api/v1/invitations/acceptance", null, chosen);

        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(201);
        String owner = ParleyRest.json(joined).getString("token");
        assertThat(ParleyRest.json(parley.rest().get("/api/v1/company", owner)).getString("name"))
                .isEqualTo(name);
        JsonObject listed = company(name);
        assertThat(listed.getString("id")).isEqualTo(made.getString("id"));
        assertThat(listed.getJsonArray("sites")).containsExactly(Json.createValue("bluem"));
        assertThat(listed.getInt("people")).isEqualTo(1);
        CompaniesCommand.Ended again = command.run("create", "Another", "bluem", "x@bluem.example");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("409");
        // a demo has mail
        assertThat(ParleyRest.json(done("create", "Mailed", "mailed", "m@mailed.example"))
                        .getJsonObject("invitation"))
                .doesNotContainKey("link");
    }

    @Test
    void a_suspended_company_is_out_at_once_and_back_as_it_was() {
        String id = company("Globex").getString("id");
        String bearer = parley.rest().signIn(AGENT);
        String visitor = parley.rest().visitor("globex");
        PageClient page = new PageClient(parley.url());
        page.signIn(AGENT, ParleyRest.PASSWORD);
        assertThat(page.get("/console").statusCode()).isEqualTo(200);
        assertThat(loader()).contains("globex");
        try (ChatClient agentLine = parley.agent(AGENT);
                ChatClient visitorLine = parley.visitor("globex");
                ChatClient other = parley.agent("agent1@acme.example")) {
            done("suspend", id, "The invoice of May is open.");
            long since = System.nanoTime();

            assertThat(agentLine.closeCode()).isEqualTo(4003);
            assertThat(visitorLine.closeCode()).isEqualTo(4001);
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(2));
            other.send(ChatClient.frame("ping"));
            other.expect("pong");
        }
        isSuspended(parley.rest().get("/api/v1/account", bearer), "The invoice of May is open.");
        isSuspended(parley.rest().post("/api/v1/sessions", null, credentials()), "The invoice of May is open.");
        isSuspended(page.call("GET", "/api/v1/account"), "The invoice of May is open.");
        isSuspended(parley.rest().post("/api/v1/sites/globex/visitors", null, JsonObject.EMPTY_JSON_OBJECT), "away");
        assertThat(page.get("/api/v1/sites/acme").statusCode())
                .as("another company's site, with the cookie")
                .isEqualTo(200);
        assertThat(page.get("/console").headers().firstValue("Location").orElse(""))
                .contains("/login");
        assertThat(page.signIn(AGENT, ParleyRest.PASSWORD).body()).contains("The invoice of May is open.");
        assertThat(loader()).doesNotContain("globex").contains("away");
        assertThat(parley.rest().get("/chat/globex", null).statusCode()).isEqualTo(403);
        JsonObject site = ParleyRest.json(parley.rest().get("/api/v1/sites/globex", null));
        assertThat(site.getBoolean("away")).isTrue();
        assertThat(site.getBoolean("open")).isFalse();
        try (ChatClient late = ChatClient.open(parley.url().resolve("/ws/visitor"))) {
            late.send(ChatClient.frame("hello").add("token", visitor));
            assertThat(late.expect("error").getString("code")).isEqualTo("forbidden");
            assertThat(late.closeCode()).isEqualTo(4001);
        }
        assertThat(company("Globex").getString("suspendedReason")).isEqualTo("The invoice of May is open.");

        done("resume", id);

        assertThat(parley.rest().get("/api/v1/account", bearer).statusCode()).isEqualTo(200);
        assertThat(page.get("/console").statusCode()).isEqualTo(200);
        assertThat(loader()).contains("globex");
        try (ChatClient back = ChatClient.connect(parley.url().resolve("/ws/visitor"), visitor)) {
            back.send(ChatClient.frame("ping"));
            back.expect("pong");
        }
    }

    @Test
    @Tag("SEC-6")
    void an_export_is_a_whole_archive_of_one_company() throws IOException {
        Path file = folder.resolve("acme.zip");
        done("export", company("Acme").getString("id"), file.toString());

        try (ZipFile zip = new ZipFile(file.toFile())) {
            JsonObject manifest = ParleyRest.json(text(zip, "manifest.json"));
            assertThat(manifest.getJsonObject("company").getString("name")).isEqualTo("Acme");
            assertThat(manifest.getJsonArray("tables")).hasSizeGreaterThan(50);
            assertThat(text(zip, "tables/account.jsonl"))
                    .contains("agent1@acme.example")
                    .doesNotContain("password_hash")
                    .doesNotContain("globex.example");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("nothing half-way is left").containsExactly(file);
        }
        assertThat(command.run("export", company("Acme").getString("id"), file.toString())
                        .err())
                .contains("there already");
        assertThat(command.run("export", "nowhere", folder.resolve("no.zip").toString())
                        .err())
                .contains("404");
        assertThat(folder.resolve("no.zip")).doesNotExist();
    }

    @Test
    @Tag("SEC-2")
    void without_the_token_nothing_is_done_and_it_opens_nothing_else() {
        for (String wrong : List.of(
                "another token that is as long as the right one", parley.rest().signIn(AGENT))) {
            CompaniesCommand.Ended refused = new CompaniesCommand(parley, wrong).run("list");
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).containsAnyOf("401", "403");
            assertThat(refused.out()).isEmpty();
        }
        assertThat(new CompaniesCommand(parley, "").run("list").code()).isEqualTo(2);
        assertThat(command.run("destroy").code()).isEqualTo(2);
        assertThat(command.run("suspend", "nowhere", "unpaid", "since", "May").err())
                .contains("'since' is too much");
        assertThat(command.run("create", "One", "one", "x@one.example", "--timezone", "UTC")
                        .err())
                .contains("knows no --timezone");
        assertThat(command.run("create", "One", "one", "x@one.example", "--timezone", "UTC")
                        .code())
                .isEqualTo(2);
        assertThat(parley.rest().get("/api/v1/account", TOKEN).statusCode()).isEqualTo(401);
        assertThat(parley.rest().get("/api/v1/operator/companies", TOKEN).statusCode())
                .isEqualTo(200);
    }

    private static String done(String... arguments) {
        CompaniesCommand.Ended ended = command.run(arguments);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out();
    }

    private static JsonObject company(String name) {
        try (var reader = Json.createReader(new StringReader(done("list")))) {
            return reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .filter(each -> each.getString("name").equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String loader() {
        return parley.rest().get("/w/globex.js", null).body();
    }

    private static JsonObject credentials() {
        return Json.createObjectBuilder()
                .add("email", AGENT)
                .add("password", ParleyRest.PASSWORD)
                .build();
    }

    private static void isSuspended(HttpResponse<String> answer, String said) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonObject problem = ParleyRest.json(answer);
        assertThat(problem.getString("type")).isEqualTo("access-suspended");
        assertThat(problem.getString("detail")).contains(said);
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (var content = zip.getInputStream(zip.getEntry(name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
