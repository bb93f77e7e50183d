package dev.parley.running;

import static dev.parley.running.ChatClient.frame;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Ends what the classes before have left waiting or open at Acme, and sets its agents offline, before each class that looks at the
 * console of the shared Parley: what is offered first, and how much an agent can take, must not depend on the order of the classes.
 * Found by JUnit as a service.
 */
public final class EmptyDesk implements BeforeAllCallback {
    private static final List<String> LOOKING = List.of("dev.parley.story", "dev.parley.screens");
    private static final List<String> AGENTS = List.of("agent1@acme.example", "agent2@acme.example");

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!LOOKING.contains(context.getRequiredTestClass().getPackageName())) return;
        RunningParley parley = RunningParley.shared();
        AGENTS.forEach(agent -> parley.rest()
                .send(
                        "PUT",
                        "/api/v1/agents/me/presence",
                        parley.rest().signIn(agent),
                        Json.createObjectBuilder().add("status", "offline").build()));
        String supervisor = parley.rest().signIn("supervisor@acme.example");
        try (ChatClient desk = ChatClient.connect(parley.url().resolve("/ws/agent"), supervisor)) {
            for (String status : List.of("waiting", "open")) clear(parley, desk, supervisor, status);
        }
    }

    private static void clear(RunningParley parley, ChatClient desk, String token, String status) {
        String path = "/api/v1/conversations?limit=100&status=" + status;
        List<JsonObject> left = ParleyRest.json(parley.rest().get(path, token))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        for (JsonObject conversation : left) {
            String ref = UUID.randomUUID().toString();
            desk.send(frame("close").add("ref", ref).add("conversation", conversation.getString("id")));
            // refused where it has ended meanwhile
            desk.expect("an answer", answer -> ref.equals(answer.getString("ref", null)));
        }
        // what was not on the first page
        if (left.size() == 100) clear(parley, desk, token, status);
    }
}
