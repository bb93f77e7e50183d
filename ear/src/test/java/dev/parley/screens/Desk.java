package dev.parley.screens;

import static dev.parley.running.ChatClient.frame;

import dev.parley.running.ChatClient;
import dev.parley.running.RunningParley;
import jakarta.json.JsonObject;

/** The other side of the widget: an agent of Acme who takes whatever comes. */
final class Desk implements AutoCloseable {
    private final ChatClient agent;

    Desk(RunningParley parley) {
        agent = parley.agent("agent1@acme.example");
    }

    void open() {
        agent.ask(frame("presence").add("status", "available"));
    }

    /** Accepts the next conversation that is offered. @return its id */
    String accept() {
        JsonObject offer = agent.expect("offer");
        String conversation = offer.getString("conversation");
        agent.ask(frame("accept").add("conversation", conversation));
        return conversation;
    }

    void say(String conversation, String text) {
        agent.say(conversation, text);
    }

    void type(String conversation) {
        agent.send(frame("typing").add("conversation", conversation).add("on", true));
    }

    void read(String conversation, int seq) {
        agent.send(frame("read").add("conversation", conversation).add("seq", seq));
    }

    void end(String conversation) {
        agent.ask(frame("close").add("conversation", conversation));
    }

    @Override
    public void close() {
        agent.close();
    }
}
