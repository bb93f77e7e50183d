package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.Await;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the company's people know of a visitor, and who else never learns it. */
@Tag("CON-7")
class VisitorKnownIT {
    @Test
    void the_agent_learns_at_once_that_the_visitor_has_gone_on_and_where_it_was_before() {
        try (var chat = new Chat();
                ChatClient stranger = chat.parley.agent("agent@globex.example")) {
            walk(chat.visitor, "https://shop.example/tents", "Tents");
            String visitor = chat.agent.expect("visitor").getString("visitor");
            walk(chat.visitor, "https://shop.example/tents/ridge-3", null);
            walk(chat.visitor, "https://shop.example/tents/ridge-3", "Ridge 3");

            Await.until(
                    "the title is there",
                    Duration.ofSeconds(20),
                    () -> titles(chat).equals(List.of("Ridge 3", "Tents")));
            JsonObject facts = facts(chat);
            assertThat(facts.getString("id")).isEqualTo(visitor);
            assertThat(facts.getJsonObject("page").getString("url")).endsWith("/ridge-3");
            done(chat.visitor);
            done(stranger);
            assertThat(chat.visitor.heard()).noneMatch(f -> "visitor".equals(f.getString("type")));
            assertThat(stranger.heard().toString()).doesNotContain(visitor);
        }
    }

    @Test
    void whoever_gets_a_name_goes_on_under_it_on_the_same_line() {
        try (var chat = new Chat()) {
            assertThat(chat.again(object().add("name", "Nora Field")).statusCode())
                    .isEqualTo(201);
            chat.visitor.send(
                    frame("typing").add("conversation", chat.conversation).add("on", true));

            JsonObject typing = chat.agent.expect("typing");
            assertThat(typing.getJsonObject("by").getString("name")).isEqualTo("Nora Field");
        }
    }

    @Test
    void whoever_has_not_talked_yet_is_not_followed() {
        try (var chat = new Chat()) {
            String token = chat.parley.rest().visitor("acme");
            try (ChatClient silent = ChatClient.connect(chat.at("/ws/visitor"), token)) {
                walk(silent, "https://shop.example/before", "Before");
                walk(silent, "https://shop.example/here", "Here");
                done(silent);
                String conversation = silent.say(null, "Now I talk").getString("conversation");
                walk(silent, "https://shop.example/after", "After");
                done(silent);

                JsonObject facts = facts(chat, conversation);
                // a conversation begins on a page; of those before it nothing is kept
                assertThat(facts.toString()).contains("/here", "/after").doesNotContain("/before");
                silent.ask(frame("close").add("conversation", conversation));
            }
        }
    }

    @Test
    void the_last_twenty_pages_are_kept_each_within_its_bounds() {
        try (var chat = new Chat()) {
            walk(chat.visitor, "javascript:alert(1)", "No page");
            for (int i = 1; i <= 22; i++) walk(chat.visitor, "https://shop.example/" + i, "Page " + i);
            walk(chat.visitor, "https://shop.example/" + "x".repeat(3000), "t".repeat(300));
            done(chat.visitor);

            List<JsonObject> pages = facts(chat).getJsonArray("pages").getValuesAs(JsonObject.class);
            assertThat(pages).hasSize(20);
            assertThat(pages.get(0).getString("url")).hasSize(2000);
            assertThat(pages.get(0).getString("title")).hasSize(200);
            assertThat(pages.get(19).getString("title")).isEqualTo("Page 4");
        }
    }

    @Test
    void a_page_without_an_address_is_refused() {
        try (var chat = new Chat()) {
            chat.visitor.send(frame("page").add("ref", "p").add("title", "Nowhere"));
            assertThat(chat.visitor.expect("error").getString("code")).isEqualTo("invalid");
            chat.agent.send(frame("page").add("url", "https://shop.example/"));
            assertThat(chat.agent.expect("error").getString("code")).isEqualTo("forbidden");
        }
    }

    @Test
    void the_host_site_says_more_of_its_visitor_and_forgets_it_again() {
        try (var chat = new Chat()) {
            arrive(
                    chat,
                    object().add("plan", "gold")
                            .add("orders", 3)
                            .add("trial", false)
                            .add("coupon", " A-1 "));
            chat.agent.expect("visitor");
            assertThat(facts(chat).getJsonObject("attributes"))
                    .isEqualTo(object().add("coupon", "A-1")
                            .add("orders", 3)
                            .add("plan", "gold")
                            .add("trial", false)
                            .build());

            arrive(chat, object().add("plan", "silver").addNull("coupon").add("trial", ""));
            assertThat(facts(chat).getJsonObject("attributes"))
                    .isEqualTo(object().add("orders", 3).add("plan", "silver").build());
        }
    }

    @Test
    void attributes_beyond_their_bounds_are_refused_by_name_and_nothing_of_the_call_is_taken() {
        try (var chat = new Chat()) {
            var many = object();
            for (int i = 0; i < 20; i++) many.add("n" + i, "v".repeat(200));
            arrive(chat, many);

            refused(chat, object().add("one-more", 1), "20 attributes");
            refused(chat, object().add("n1", "changed").add("k".repeat(41), 1), "40 characters");
            refused(chat, object().add("n1", "v".repeat(201)), "'n1'", "200 characters");
            refused(chat, object().add("n1", Json.createArrayBuilder()), "'n1'", "text, a number, true");
            refused(chat, object().add("n1", object()), "'n1'");
            refused(chat, object().add(" ", 1), "missing");
            refused(chat, object().add("n1", new BigDecimal("1e999999999")), "'n1'");

            JsonObject kept = facts(chat).getJsonObject("attributes");
            assertThat(kept).hasSize(20);
            assertThat(kept.getString("n1")).isEqualTo("v".repeat(200));
            assertThat(facts(chat).getString("name")).isEqualTo("Vera");
        }
    }

    @Test
    void colleagues_note_things_on_the_person_and_take_their_own_away() {
        try (var chat = new Chat()) {
            String supervisor = chat.parley.rest().signIn("supervisor@acme.example");
            String colleague = chat.parley.rest().signIn("agent2@acme.example");
            String first = note(chat, chat.agentToken, " Prefers <b>e-mail</b>\nNever call ")
                    .getString("id");
            chat.agent.expect("visitor");
            String second = note(chat, colleague, "Reseller").getString("id");

            List<JsonObject> notes = facts(chat).getJsonArray("notes").getValuesAs(JsonObject.class);
            assertThat(notes)
                    .extracting(n -> n.getString("text"))
                    .containsExactly("Reseller", "Prefers <b>e-mail</b>\nNever call");
            assertThat(notes.get(1).getJsonObject("author").getString("name")).isEqualTo("Anna Agent");
            assertThat(Instant.parse(notes.get(0).getString("at")))
                    .isAfterOrEqualTo(Instant.parse(notes.get(1).getString("at")));

            assertThat(remove(chat, chat.agentToken, second)).isEqualTo(403);
            assertThat(remove(chat, chat.agentToken, first)).isEqualTo(204);
            assertThat(remove(chat, chat.agentToken, first)).isEqualTo(404);
            assertThat(remove(chat, supervisor, second)).isEqualTo(204);
            assertThat(facts(chat).getJsonArray("notes")).isEmpty();
        }
    }

    @Test
    void a_note_on_a_person_has_its_bounds() {
        try (var chat = new Chat()) {
            assertThat(noting(chat, chat.agentToken, " ").statusCode()).isEqualTo(400);
            assertThat(noting(chat, chat.agentToken, "x".repeat(2001)).statusCode())
                    .isEqualTo(400);
            for (int i = 0; i < 50; i++) note(chat, chat.agentToken, "x".repeat(2000));

            assertThat(noting(chat, chat.agentToken, "One more").statusCode()).isEqualTo(409);
            assertThat(facts(chat).getJsonArray("notes")).hasSize(50);
        }
    }

    @Test
    @Tag("SEC-3")
    void neither_the_visitor_nor_another_company_ever_reads_a_note_on_the_person() {
        String secret = "canary-" + Chat.id();
        try (var chat = new Chat();
                ChatClient stranger = chat.parley.agent("agent@globex.example")) {
            String note = note(chat, chat.agentToken, secret).getString("id");
            chat.agent.say(chat.conversation, "All good");
            chat.visitor.expect("the answer", f -> "All good".equals(f.getString("text", null)));
            chat.history();
            done(chat.visitor);
            done(stranger);

            String foreign = chat.parley.rest().signIn("admin@globex.example");
            String path = "/api/v1/conversations/" + chat.conversation + "/visitor";
            for (String token : new String[] {chat.visitorToken, foreign}) {
                assertThat(chat.parley.rest().get(path, token).statusCode()).isIn(403, 404);
                assertThat(noting(chat, token, "Mine").statusCode()).isIn(403, 404);
                assertThat(remove(chat, token, note)).isIn(403, 404);
            }
            assertThat(chat.again(object()).body()).doesNotContain(secret);
            assertThat(chat.visitor.heard().toString()).doesNotContain(secret, note);
            assertThat(stranger.heard().toString()).doesNotContain(secret, note);
            assertThat(facts(chat).toString()).as("the control").contains(secret);
        }
    }

    @Test
    @Tag("SEC-3")
    void from_which_address_the_visitor_came_only_those_learn_whose_role_may() {
        try (var chat = new Chat()) {
            for (String role : new String[] {"admin", "supervisor"}) {
                String token = chat.parley.rest().signIn(role + "@acme.example");
                assertThat(facts(chat, chat.conversation, token).getString("address"))
                        .as(role)
                        .isEqualTo("127.0.0.1");
            }
            assertThat(facts(chat)).doesNotContainKey("address");
            assertThat(facts(chat).toString()).doesNotContain("127.0.0.1");
        }
    }

    private static JsonObject note(Chat chat, String token, String text) {
        HttpResponse<String> answer = noting(chat, token, text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ParleyRest.json(answer);
    }

    private static HttpResponse<String> noting(Chat chat, String token, String text) {
        String path = "/api/v1/conversations/" + chat.conversation + "/visitor/notes";
        return chat.parley.rest().post(path, token, object().add("text", text).build());
    }

    private static int remove(Chat chat, String token, String note) {
        return chat.parley
                .rest()
                .send("DELETE", "/api/v1/visitor-notes/" + note, token, null)
                .statusCode();
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }

    private static void arrive(Chat chat, JsonObjectBuilder attributes) {
        assertThat(chat.again(object().add("name", "Vera").add("attributes", attributes))
                        .statusCode())
                .isEqualTo(201);
    }

    private static void refused(Chat chat, JsonObjectBuilder attributes, String... words) {
        HttpResponse<String> answer = chat.again(object().add("name", "Mallory").add("attributes", attributes));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ParleyRest.json(answer).getString("code")).isEqualTo("invalid");
        assertThat(ParleyRest.json(answer).getString("detail")).contains(words);
    }

    private static void walk(ChatClient visitor, String url, String title) {
        var page = frame("page").add("url", url);
        if (title != null) page.add("title", title);
        visitor.send(page);
    }

    /** What was said before is done when the pong is there. */
    private static void done(ChatClient client) {
        client.send(frame("ping"));
        client.expect("pong");
    }

    private static List<String> titles(Chat chat) {
        return facts(chat).getJsonArray("pages").getValuesAs(JsonObject.class).stream()
                .map(page -> page.getString("title", ""))
                .toList();
    }

    private static JsonObject facts(Chat chat) {
        return facts(chat, chat.conversation);
    }

    private static JsonObject facts(Chat chat, String conversation) {
        return facts(chat, conversation, chat.agentToken);
    }

    private static JsonObject facts(Chat chat, String conversation, String token) {
        return ParleyRest.json(chat.parley.rest().get("/api/v1/conversations/" + conversation + "/visitor", token));
    }
}
