package dev.parley.running.isolation;

import dev.parley.running.ParleyRest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.UUID;

/** A role of Acme's with one permission, and an agent who has it until this is closed. */
final class OneRole implements AutoCloseable {
    static final String EMAIL = "agent2@acme.example";

    private final ParleyRest rest;
    private final String owner;
    private final String agent;
    private final String id;

    OneRole(ParleyRest rest, String permission) {
        this.rest = rest;
        owner = rest.signIn("admin@acme.example");
        JsonObject signIn = Json.createObjectBuilder()
                .add("email", EMAIL)
                .add("password", ParleyRest.PASSWORD)
                .build();
        agent = ParleyRest.json(rest.post("/api/v1/sessions", null, signIn))
                .getJsonObject("account")
                .getString("id");
        JsonObject role = Json.createObjectBuilder()
                .add("name", permission + " " + UUID.randomUUID().toString().substring(0, 8))
                .add("permissions", Json.createArrayBuilder().add(permission))
                .build();
        id = ParleyRest.json(rest.post("/api/v1/roles", owner, role)).getString("id");
        give(id);
    }

    /** The role's public id. */
    String id() {
        return id;
    }

    /** A bearer of the agent, who has the role. */
    String token() {
        return rest.signIn(EMAIL);
    }

    private void give(String role) {
        JsonObject body = Json.createObjectBuilder().add("role", role).build();
        HttpResponse<String> answer = rest.send("PUT", "/api/v1/agents/" + agent, owner, body);
        if (answer.statusCode() != 200) throw new AssertionError(answer.statusCode() + " " + answer.body());
    }

    @Override
    public void close() {
        give("agent");
        rest.send("DELETE", "/api/v1/roles/" + id, owner, null);
    }
}
