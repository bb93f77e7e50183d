package dev.parley.running.chat;

import static dev.parley.running.ChatClient.frame;

import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

/** A visitor and an agent of Acme in one open conversation. */
final class Chat implements AutoCloseable {
    static final String AGENT = "agent1@acme.example";

    final RunningParley parley = RunningParley.shared();
    private final HttpResponse<String> arrival = parley.rest().arrive("acme", null, JsonValue.EMPTY_JSON_OBJECT);
    final String visitorToken = ParleyRest.json(arrival).getString("token");
    final String agentToken = parley.rest().signIn(AGENT);
    final ChatClient visitor = ChatClient.connect(at("/ws/visitor"), visitorToken);
    final ChatClient agent = ChatClient.connect(at("/ws/agent"), agentToken);
    final String conversation;

    Chat() {
        agent.ask(frame("presence").add("status", "available"));
        conversation = visitor.say(null, "Hello").getString("conversation");
        agent.ask(frame("accept").add("conversation", conversation));
        visitor.expect("assigned");
    }

    /** Another socket of the visitor, who has these. */
    ChatClient visitorWith(Map<String, Long> resume) {
        var client = ChatClient.open(at("/ws/visitor"));
        var known = Json.createObjectBuilder();
        resume.forEach(known::add);
        client.send(frame("hello").add("token", visitorToken).add("resume", known));
        return client;
    }

    /** The visitor comes to its site once more, in the same browser. */
    HttpResponse<String> again(JsonObjectBuilder saying) {
        return parley.rest().arrive("acme", ParleyRest.cookie(arrival), saying.build());
    }

    URI at(String path) {
        return parley.url().resolve(path);
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    /** The rows of the whole conversation, as the visitor gets them. */
    JsonObject history() {
        return visitor.ask(frame("history")
                .add("conversation", conversation)
                .add("after", 0)
                .add("limit", 200));
    }

    @Override
    public void close() {
        try {
            agent.send(frame("close").add("ref", "end").add("conversation", conversation));
            agent.expect("the end", f -> "end".equals(f.getString("ref", null)));
            agent.ask(frame("presence").add("status", "offline"));
        } finally {
            agent.close();
            visitor.close();
        }
    }
}
