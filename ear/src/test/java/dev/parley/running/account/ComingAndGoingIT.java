package dev.parley.running.account;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.Await;
import dev.parley.running.ChatClient;
import dev.parley.running.PageClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody is invited by mail, comes, forgets the password, and is deactivated with a customer in hand. */
@Tag("SEC-1")
@Tag("COM-3")
class ComingAndGoingIT {
    private static final String FIRST = "a first long password";
    private static final String SECOND = "a second long password";

    private final RunningParley parley = RunningParley.shared();
    private final ParleyRest rest = parley.rest();
    private final String email = "p" + UUID.randomUUID().toString().substring(0, 8) + "@acme.example";

    @Test
    void a_colleague_comes_by_mail_forgets_the_password_and_leaves() {
        String owner = rest.signIn("admin@acme.example");
        String id = invite(owner);
        PageClient browser = new PageClient(parley.url());

        HttpResponse<String> joined = join(browser, mailed("join"));
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(302);
        assertThat(joined.headers().firstValue("Location").orElse("")).endsWith("/console");
        assertThat(browser.get("/console").body()).contains("Nora New");
        assertThat(new PageClient(parley.url()).get(mailed("join")).body())
                .as("used")
                .contains("This invitation was used");

        reset();
        assertThat(browser.get("/console").statusCode())
                .as("all sign-ins have ended")
                .isEqualTo(302);

        leaves(owner, id);
    }

    @Test
    @Tag("SEC-5")
    void a_link_leads_to_this_server_whatever_the_request_calls_it() {
        PageClient stranger = new PageClient(parley.url());
        HttpResponse<String> asked = stranger.submit(
                stranger.get("/reset?x=http://evil.example"),
                "/reset?host=evil.example",
                "ask",
                Map.of("email", "agent2@acme.example", "askGo", "askGo"));

        assertThat(asked.body()).contains("If there is an account with this address");
        assertThat(mail("agent2@acme.example", "reset")).startsWith("http://localhost:");
        for (String page : new String[] {"/reset", "/join", mailed("reset", "agent2@acme.example")}) {
            HttpResponse<String> answer = new PageClient(parley.url()).get(page);
            assertThat(answer.headers().firstValue("Referrer-Policy").orElse(""))
                    .as("the token in the address is told to nobody")
                    .isIn("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }
    }

    private String invite(String owner) {
        JsonObject body = Json.createObjectBuilder()
                .add("email", email)
                .add("role", "agent")
                .build();
        HttpResponse<String> invited = rest.post("/api/v1/invitations", owner, body);
        assertThat(invited.statusCode()).as(invited.body()).isEqualTo(201);
        return ParleyRest.json(invited).getString("id");
    }

    private static HttpResponse<String> join(PageClient browser, String link) {
        return browser.submit(
                browser.get(link), link, "join", Map.of("name", "Nora New", "password", FIRST, "joinGo", "joinGo"));
    }

    private void reset() {
        PageClient browser = new PageClient(parley.url());
        HttpResponse<String> known = ask(browser, email);
        HttpResponse<String> unknown = ask(browser, "nobody@acme.example");
        assertThat(known.body()).contains("If there is an account with this address");
        assertThat(unknown.body()).contains("If there is an account with this address");
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        String link = mailed("reset");

        HttpResponse<String> chosen =
                browser.submit(browser.get(link), link, "choose", Map.of("password", SECOND, "chooseGo", "chooseGo"));
        assertThat(chosen.body()).contains("You have a new password.");
        assertThat(new PageClient(parley.url()).signIn(email, FIRST).statusCode())
                .isEqualTo(200);
        HttpResponse<String> again =
                browser.submit(browser.get(link), link, "choose", Map.of("password", SECOND, "chooseGo", "chooseGo"));
        assertThat(again.body()).contains("This link was used");
    }

    private static HttpResponse<String> ask(PageClient browser, String whose) {
        return browser.submit(browser.get("/reset"), "/reset", "ask", Map.of("email", whose, "askGo", "askGo"));
    }

    /** With a socket open and a customer in hand. */
    private void leaves(String owner, String id) {
        JsonObject credentials = Json.createObjectBuilder()
                .add("email", email)
                .add("password", SECOND)
                .build();
        String token = ParleyRest.json(rest.post("/api/v1/sessions", null, credentials))
                .getString("token");
        joinSupport(owner, id);
        try (ChatClient agent = ChatClient.connect(parley.url().resolve("/ws/agent"), token);
                ChatClient visitor = parley.visitor("acme")) {
            String conversation = visitor.say(null, "Is anybody there?").getString("conversation");
            agent.ask(frame("accept").add("conversation", conversation));
            agent.say(conversation, "I am.");

            long begun = System.nanoTime();
            assertThat(rest.send("DELETE", "/api/v1/agents/" + id, owner, null).statusCode())
                    .isEqualTo(204);
            assertThat(agent.closeCode()).isEqualTo(4003);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));

            JsonObject left = ParleyRest.json(rest.get("/api/v1/conversations/" + conversation, owner));
            assertThat(left.getString("status")).isEqualTo("waiting");
            assertThat(rest.get("/api/v1/conversations/" + conversation + "/messages", owner)
                            .body())
                    .as("the name stays where it stands")
                    .contains("Nora New");
            visitor.ask(frame("close").add("conversation", conversation));
        }
        assertThat(rest.get("/api/v1/account", token).statusCode()).isEqualTo(401);
        assertThat(rest.post("/api/v1/sessions", null, credentials).statusCode())
                .isEqualTo(401);
        assertThat(rest.get("/api/v1/agents/deactivated", owner).body()).contains(email);
        assertThat(rest.post("/api/v1/agents/" + id + "/activation", owner, JsonObject.EMPTY_JSON_OBJECT)
                        .statusCode())
                .isEqualTo(204);
        assertThat(rest.post("/api/v1/sessions", null, credentials).statusCode())
                .isEqualTo(201);
        rest.send("DELETE", "/api/v1/agents/" + id, owner, null);
    }

    private void joinSupport(String owner, String id) {
        String support = ParleyRest.json(rest.get("/api/v1/departments", owner)).getJsonArray("items").stream()
                .map(v -> v.asJsonObject())
                .filter(d -> d.getString("name").equals("Support"))
                .findFirst()
                .orElseThrow()
                .getString("id");
        JsonObject member = Json.createObjectBuilder()
                .add("departments", Json.createArrayBuilder().add(support))
                .build();
        assertThat(rest.send("PUT", "/api/v1/agents/" + id, owner, member).statusCode())
                .isEqualTo(200);
    }

    /** The path of the last link of that kind that was mailed to the person, as the demo's mailbox shows it. */
    private String mailed(String page) {
        return mailed(page, email);
    }

    private String mailed(String page, String to) {
        String link = mail(to, page);
        return link.substring(link.indexOf("/" + page));
    }

    private String mail(String to, String page) {
        PageClient reader = new PageClient(parley.url());
        Pattern link = Pattern.compile(
                "<bdi>" + Pattern.quote(to) + "</bdi>(?:(?!</article>).)*?href=\"([^\"]*/" + page
                        + "\\?token=[A-Za-z0-9_-]{43})\"",
                Pattern.DOTALL);
        String[] found = new String[1];
        Await.until("the mail is in the mailbox", Duration.ofSeconds(20), () -> {
            Matcher m = link.matcher(reader.get("/mailbox").body());
            if (m.find()) found[0] = m.group(1);
            return found[0] != null;
        });
        return found[0];
    }
}
