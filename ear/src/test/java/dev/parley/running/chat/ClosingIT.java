package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CON-11")
class ClosingIT {
    private final ParleyRest rest = RunningParley.shared().rest();
    private final String administrator = rest.signIn("admin@acme.example");

    @Test
    void colleagues_see_what_it_was_about_and_how_it_ended_and_the_visitor_does_not() {
        try (var chat = new Chat()) {
            String about = label("tags", "carrier-delay");
            chat.agent.ask(closing(chat)
                    .add("tags", Json.createArrayBuilder().add(about))
                    .add("outcome", label("outcomes", "Solved")));
            chat.visitor.expect("closed", f -> "closed".equals(f.getString("status", "")));

            JsonObject kept = get("/api/v1/conversations/" + chat.conversation);
            assertThat(names(kept.getJsonArray("tags"))).containsExactly("carrier-delay");
            assertThat(kept.getJsonObject("outcome").getString("name")).isEqualTo("Solved");
            for (String named : List.of("Carrier-Delay", about)) {
                JsonObject found = get("/api/v1/conversations?status=closed&tag=" + named);
                assertThat(found.getJsonArray("items").getJsonObject(0).getString("id"))
                        .isEqualTo(chat.conversation);
            }
            assertThat(get("/api/v1/conversations?tag=returns").toString()).doesNotContain(chat.conversation);
            assertThat(chat.history().toString() + chat.visitor.heard())
                    .contains("closed")
                    .doesNotContain("carrier-delay", "Solved");

            // opened again it has not ended, but it is about what it was about
            chat.visitor.say(chat.conversation, "One more thing");
            JsonObject again = get("/api/v1/conversations/" + chat.conversation);
            assertThat(again.containsKey("outcome")).isFalse();
            assertThat(names(again.getJsonArray("tags"))).containsExactly("carrier-delay");
        }
    }

    @Test
    void a_department_may_want_a_tag_first() {
        try (var chat = new Chat()) {
            String department = get("/api/v1/conversations/" + chat.conversation)
                    .getJsonObject("department")
                    .getString("id");
            wantTags(department, true);
            try {
                JsonObject refused = answer(chat, closing(chat));
                assertThat(refused.getString("code")).isEqualTo("invalid");
                assertThat(get("/api/v1/conversations/" + chat.conversation).getString("status"))
                        .isEqualTo("open");

                var returns = Json.createArrayBuilder().add(label("tags", "returns"));
                put(
                        "/api/v1/conversations/" + chat.conversation + "/tags",
                        Json.createObjectBuilder().add("tags", returns),
                        200);
                chat.agent.expect("the tag", f -> f.toString().contains("returns"));
                assertThat(answer(chat, closing(chat)).getString("type")).isEqualTo("ok");
            } finally {
                wantTags(department, false);
            }
        }
    }

    @Test
    void what_the_company_does_not_offer_is_refused_and_nothing_is_closed() {
        try (var chat = new Chat()) {
            String outcome = label("outcomes", "Spam");
            var wrong = Json.createArrayBuilder().add(outcome);
            assertThat(answer(chat, closing(chat).add("tags", wrong)).getString("code"))
                    .isEqualTo("invalid");
            assertThat(answer(chat, closing(chat).add("outcome", "nonsense")).getString("code"))
                    .isEqualTo("invalid");
            assertThat(get("/api/v1/conversations/" + chat.conversation).getString("status"))
                    .isEqualTo("open");
        }
    }

    @Test
    @Tag("COM-5")
    void administrators_write_the_list_anew_and_what_was_tagged_stays_tagged() {
        JsonArray before = get("/api/v1/tags").getJsonArray("items");
        try (var chat = new Chat()) {
            String returns = label("tags", "returns");
            chat.agent.ask(closing(chat).add("tags", Json.createArrayBuilder().add(returns)));

            JsonArrayBuilder anew = Json.createArrayBuilder();
            anew.add(Json.createObjectBuilder().add("name", "warranty"));
            anew.add(Json.createObjectBuilder()
                    .add("id", label("tags", "payment"))
                    .add("name", "invoices"));
            JsonObject now = put("/api/v1/tags", Json.createObjectBuilder().add("items", anew), 200);

            assertThat(names(now.getJsonArray("items"))).containsExactly("warranty", "invoices");
            assertThat(get("/api/v1/conversations/" + chat.conversation).toString())
                    .contains("returns");
            var twice = Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("name", "one"))
                    .add(Json.createObjectBuilder().add("name", "ONE"));
            put("/api/v1/tags", Json.createObjectBuilder().add("items", twice), 400);
            put(
                    "/api/v1/tags",
                    Json.createObjectBuilder()
                            .add("items", Json.createArrayBuilder().add("text")),
                    400);
        } finally {
            JsonObject restored = put("/api/v1/tags", Json.createObjectBuilder().add("items", before), 200);
            assertThat(restored.getJsonArray("items")).isEqualTo(before);
        }
    }

    private static JsonObjectBuilder closing(Chat chat) {
        return frame("close").add("conversation", chat.conversation);
    }

    private static JsonObject answer(Chat chat, JsonObjectBuilder question) {
        String ref = Chat.id();
        chat.agent.send(question.add("ref", ref));
        return chat.agent.expect("an answer", f -> ref.equals(f.getString("ref", null)));
    }

    private void wantTags(String department, boolean wanted) {
        put("/api/v1/departments/" + department, Json.createObjectBuilder().add("tagsRequired", wanted), 200);
    }

    private String label(String list, String name) {
        return get("/api/v1/" + list).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(label -> label.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    private static List<String> names(JsonArray labels) {
        return labels.getValuesAs(JsonObject.class).stream()
                .map(label -> label.getString("name"))
                .toList();
    }

    private JsonObject get(String path) {
        return ParleyRest.json(rest.get(path, administrator));
    }

    private JsonObject put(String path, JsonObjectBuilder body, int status) {
        HttpResponse<String> answer = rest.send("PUT", path, administrator, body.build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return ParleyRest.json(answer);
    }
}
