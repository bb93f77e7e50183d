package dev.parley.screens;

import static dev.parley.running.ChatClient.frame;

import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Visitors of Acme without a browser, of whom a site tells all that it can. */
final class Customers implements AutoCloseable {
    private final RunningParley parley;
    private final List<ChatClient> lines = new ArrayList<>();

    Customers(RunningParley parley) {
        this.parley = parley;
    }

    /** Somebody comes and asks. @return their end of the chat */
    ChatClient arrive(String name, String text) {
        String token = ParleyRest.json(parley.rest().post("/api/v1/sites/acme/visitors", null, known(name)))
                .getString("token");
        ChatClient visitor = ChatClient.connect(parley.url().resolve("/ws/visitor"), token);
        lines.add(visitor);
        visitor.ask(frame("send").add("clientId", UUID.randomUUID().toString()).add("text", text));
        return visitor;
    }

    /** The end of the one who came first. */
    ChatClient first() {
        return lines.get(0);
    }

    /** Goes on to another page of the shop. */
    static void walk(ChatClient visitor, String path, String title) {
        visitor.send(frame("page").add("url", "https://acme.example" + path).add("title", title));
    }

    /** Answers what was said. */
    static void answer(ChatClient visitor, JsonObject message, String text) {
        visitor.ask(frame("send")
                .add("clientId", UUID.randomUUID().toString())
                .add("conversation", message.getString("conversation"))
                .add("replyTo", message.getString("id"))
                .add("text", text));
    }

    private static JsonObject known(String name) {
        JsonObjectBuilder page = Json.createObjectBuilder()
                .add("url", "https://acme.example/tents/ridge-3")
                .add("title", "Ridge 3 tent")
                .add("referrer", "https://search.example/?q=tent");
        JsonObjectBuilder attributes = Json.createObjectBuilder()
                .add("Customer since", "March 2021")
                .add("Orders", "14, last 10518")
                .add("Loyalty programme", "Gold");
        return Json.createObjectBuilder()
                .add("name", name)
                .add("email", "someone@customer.example")
                .add("timeZone", "Europe/Madrid")
                .add("language", "es")
                .add("page", page)
                .add("attributes", attributes)
                .build();
    }

    @Override
    public void close() {
        lines.forEach(ChatClient::close);
    }
}
