package dev.parley.running.isolation;

import static dev.parley.running.ChatClient.frame;

import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.Picture;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A conversation of Acme's visitor with agent1, with a secret in it, and everybody's tokens. */
final class Desk implements AutoCloseable {
    /** Stands in the message, the visitor's name and the file's name: who is not meant to never gets it in any answer. */
    final String canary = "canary-" + UUID.randomUUID();

    /** Looks like any id and is none. */
    final String nowhere =
            "Anowhere" + UUID.randomUUID().toString().replace("-", "").substring(0, 14);

    final RunningParley parley = RunningParley.shared();
    final String conversation;
    final String message;
    final String file;

    private static final String SPARE_ROLE = "Spare";

    private final Map<Actor, String> tokens = new EnumMap<>(Actor.class);

    Desk() {
        for (Actor actor : Actor.values()) if (actor.email() != null) tokens.put(actor, freshToken(actor));
        tokens.put(Actor.VISITOR, visitor("acme", canary));
        tokens.put(Actor.FOREIGN_VISITOR, visitor("globex"));
        file = uploadPicture(token(Actor.VISITOR));
        try (ChatClient visitor = socket(Actor.VISITOR);
                ChatClient agent = socket(Actor.AGENT)) {
            JsonObject sent = answer(
                    visitor,
                    frame("send")
                            .add("clientId", UUID.randomUUID().toString())
                            .add("text", canary)
                            .add("files", Json.createArrayBuilder().add(file)));
            conversation = sent.getString("conversation");
            message = sent.getString("id");
            agent.ask(frame("presence").add("status", "available"));
            agent.ask(frame("accept").add("conversation", conversation));
            agent.ask(frame("note")
                    .add("clientId", UUID.randomUUID().toString())
                    .add("conversation", conversation)
                    .add("text", "note " + canary));
            agent.ask(frame("presence").add("status", "offline"));
        }
    }

    /** Others use the same server: the agent's hands are free again. */
    @Override
    public void close() {
        try (ChatClient visitor = socket(Actor.VISITOR)) {
            visitor.ask(frame("close").add("conversation", conversation));
        }
    }

    /** The bearer; null for nobody. */
    String token(Actor actor) {
        return tokens.get(actor);
    }

    /** A sign-in of its own, for what ends one. */
    String freshToken(Actor actor) {
        return actor.email() == null ? token(actor) : parley.rest().signIn(actor.email());
    }

    /** Something ended all of the actor's sign-ins: another one from now on. */
    void renew(Actor actor) {
        if (actor.email() != null) tokens.put(actor, freshToken(actor));
    }

    ChatClient socket(Actor actor) {
        String path = actor.email() == null ? "/ws/visitor" : "/ws/agent";
        return ChatClient.connect(parley.url().resolve(path), token(actor));
    }

    /** The id of a sign-in of an account, other than the one that asks. */
    String otherSignIn(Actor actor, String asking) {
        freshToken(actor);
        var items =
                ParleyRest.json(parley.rest().get("/api/v1/sessions", asking)).getJsonArray("items");
        return items.getValuesAs(JsonObject.class).stream()
                .filter(s -> !s.getBoolean("current"))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    /** The id of a new note of the agent on the conversation's visitor, with the canary in it. */
    String noteOnPerson() {
        JsonObject body = Json.createObjectBuilder().add("text", canary).build();
        String path = "/api/v1/conversations/" + conversation + "/visitor/notes";
        return ParleyRest.json(parley.rest().post(path, token(Actor.AGENT), body))
                .getString("id");
    }

    /** The public id of a role that allows nothing but to manage roles, and that nobody has. */
    String role() {
        var all = ParleyRest.json(parley.rest().get("/api/v1/roles", token(Actor.OWNER)))
                .getJsonArray("items");
        return all.getValuesAs(JsonObject.class).stream()
                .filter(role -> SPARE_ROLE.equals(role.getString("name", null)))
                .map(role -> role.getString("id"))
                .findFirst()
                .orElseGet(() -> ParleyRest.json(parley.rest().post("/api/v1/roles", token(Actor.OWNER), spareRole()))
                        .getString("id"));
    }

    /** What stands in such a role. */
    static JsonObject spareRole() {
        return Json.createObjectBuilder()
                .add("name", SPARE_ROLE)
                .add("permissions", Json.createArrayBuilder().add("manage-roles"))
                .build();
    }

    /** The public id of somebody whom the owner has just invited. @param role a word, or the public id of an own one */
    String invited(String role) {
        JsonObject body = Json.createObjectBuilder()
                .add("email", UUID.randomUUID() + "@acme.example")
                .add("role", role)
                .build();
        return ParleyRest.json(parley.rest().post("/api/v1/invitations", token(Actor.OWNER), body))
                .getString("id");
    }

    /** An API token that the owner has just made, as it is answered; whoever asks revokes it. */
    JsonObject apiToken(Set<String> scopes) {
        JsonObject body = Json.createObjectBuilder()
                .add("name", UUID.randomUUID().toString())
                .add("scopes", Json.createArrayBuilder(scopes))
                .build();
        return ParleyRest.json(parley.rest().post("/api/v1/tokens", token(Actor.OWNER), body));
    }

    /** It opens nothing any more. */
    void revoke(JsonObject apiToken) {
        parley.rest().send("DELETE", "/api/v1/tokens/" + apiToken.getString("id"), token(Actor.OWNER), null);
    }

    /** An account's public id. */
    String account(Actor actor) {
        JsonObject body = Json.createObjectBuilder()
                .add("email", actor.email())
                .add("password", ParleyRest.PASSWORD)
                .build();
        return ParleyRest.json(parley.rest().post("/api/v1/sessions", null, body))
                .getJsonObject("account")
                .getString("id");
    }

    /** A department's public id. */
    String department(String siteKey) {
        return ParleyRest.json(parley.rest().get("/api/v1/sites/" + siteKey, null))
                .getJsonArray("departments")
                .getJsonObject(0)
                .getString("id");
    }

    /** The bearer of somebody else on a site. */
    String visitor(String siteKey) {
        return visitor(siteKey, "Somebody");
    }

    private String visitor(String siteKey, String name) {
        JsonObject body = Json.createObjectBuilder().add("name", name).build();
        return ParleyRest.json(parley.rest().post("/api/v1/sites/" + siteKey + "/visitors", null, body))
                .getString("token");
    }

    /** Uploads a picture whose name holds the canary. */
    String uploadPicture(String token) {
        HttpResponse<String> answer = upload(token);
        if (answer.statusCode() != 201) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return ParleyRest.json(answer).getString("id");
    }

    /** Sends a small picture. @param token null for nobody */
    HttpResponse<String> upload(String token) {
        return parley.rest().upload(token, canary + ".png", "image/png", Picture.png());
    }

    /** Sends a frame with a fresh ref. @return the answer, an error too */
    static JsonObject answer(ChatClient client, jakarta.json.JsonObjectBuilder frame) {
        String ref = UUID.randomUUID().toString();
        client.send(frame.add("ref", ref));
        return client.expect("an answer to " + ref, f -> ref.equals(f.getString("ref", null)));
    }
}
