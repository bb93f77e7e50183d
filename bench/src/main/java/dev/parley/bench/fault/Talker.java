package dev.parley.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.client.DeskSocket;
import dev.parley.bench.client.Json;
import dev.parley.bench.client.Loop;
import dev.parley.bench.fault.Dialogue.Draft;
import dev.parley.bench.history.History;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A client that behaves as the widget and the console must: one message in flight per conversation, sent again under the same
 * clientId until it is answered; a new socket whenever the old one ends or stays silent for 45 s, resumed by seq; a gap is
 * fetched. It writes all it does and hears into the history. Lives on the loop's thread.
 */
final class Talker {
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(45);
    private static final long UNANSWERED_SECONDS = 20;

    private final Loop loop;
    private final History history;
    private final URI server;
    private final String name;
    private final String kind;
    private final String token;
    private final Random chance;
    private final List<Dialogue> dialogues = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final Map<String, Dialogue> byConversation = new HashMap<>();
    private final Fetching fetching;
    private Consumer<Dialogue> onAnswered = dialogue -> {};
    private Consumer<Dialogue> onHeard = dialogue -> {};
    private DeskSocket socket;
    private long sockets;
    private long lastHeard;
    private boolean stopped;

    /** @param name begins with {@code v} for a visitor and {@code a} for an agent */
    Talker(Loop loop, History history, URI server, String name, String token, Random chance) {
        this.loop = loop;
        this.history = history;
        this.server = server;
        this.name = name;
        this.kind = name.startsWith("v") ? "visitor" : "agent";
        this.token = token;
        this.chance = chance;
        this.fetching = new Fetching(loop, history, name, () -> socket);
    }

    /** Called when a message of this client was answered, and when one of the other side was heard. */
    Talker listening(Consumer<Dialogue> answered, Consumer<Dialogue> heard) {
        onAnswered = answered;
        onHeard = heard;
        return this;
    }

    void start() {
        lastHeard = System.nanoTime();
        connect();
        watch();
    }

    void stop() {
        stopped = true;
        if (socket != null) {
            socket.link().close(1000);
        }
    }

    boolean live() {
        return socket != null;
    }

    /** Whether nothing waits to be answered. */
    boolean drained() {
        return dialogues.stream().allMatch(dialogue -> dialogue.outbox.isEmpty());
    }

    List<Dialogue> dialogues() {
        return dialogues;
    }

    /** Errors that say trying again is useless; there should be none. */
    List<String> refusals() {
        return refusals;
    }

    String token() {
        return token;
    }

    String name() {
        return name;
    }

    /** Takes part in a conversation; null opens a new one with the first message. */
    Dialogue join(String conversation) {
        Dialogue dialogue = new Dialogue(conversation);
        dialogues.add(dialogue);
        if (conversation != null) {
            byConversation.put(conversation, dialogue);
            follow(dialogue);
        }
        return dialogue;
    }

    void say(Dialogue dialogue) {
        String clientId = Texts.mark(name, chance);
        Draft draft = new Draft(clientId, Texts.about(clientId, chance));
        history.write("invoke", "who", name, "clientId", clientId, "turn", dialogue.turn++, "text", draft.text);
        dialogue.outbox.add(draft);
        pump(dialogue);
    }

    private void connect() {
        if (stopped) {
            return;
        }
        Map<String, Long> resume = new LinkedHashMap<>();
        byConversation.forEach((conversation, dialogue) -> resume.put(conversation, dialogue.head()));
        long number = ++sockets;
        DeskSocket.open(loop, server, kind, token, resume, frame -> hear(number, frame))
                .whenComplete((opened, failure) -> {
                    if (failure == null) {
                        live(opened, resume);
                    } else {
                        loop.after(200 + chance.nextInt(400), this::connect);
                    }
                });
    }

    private void live(DeskSocket opened, Map<String, Long> resume) {
        history.write("socket", "who", name, "socket", sockets, "resume", resume);
        socket = opened;
        lastHeard = System.nanoTime();
        opened.closed().thenAcceptAsync(code -> ended(opened, code), loop.group());
        dialogues.forEach(this::follow);
        dialogues.forEach(this::pump);
    }

    private void ended(DeskSocket ended, int code) {
        history.write("ended", "who", name, "code", code);
        if (socket == ended) {
            socket = null;
            loop.after(200 + chance.nextInt(400), this::connect);
        }
    }

    /** Nothing heard for 45 s means that the other side is gone, whatever TCP says. */
    private void watch() {
        if (stopped) {
            return;
        }
        if (socket != null && System.nanoTime() - lastHeard > SILENCE_NANOS) {
            history.write("silence", "who", name);
            socket.link().drop();
        }
        loop.after(500, this::watch);
    }

    private void hear(long number, JsonNode frame) {
        lastHeard = System.nanoTime();
        switch (frame.path("type").asText()) {
            case "message" -> hearMessage(number, frame);
            case "sent" -> hearSent(number, frame);
            case "pong" ->
                frame.path("heads").fields().forEachRemaining(head -> {
                    Dialogue dialogue = byConversation.get(head.getKey());
                    if (dialogue != null && head.getValue().asLong() > dialogue.head()) {
                        fetching.fetch(dialogue);
                    }
                });
            default -> {
                // of no interest to a history
            }
        }
    }

    private void hearMessage(long number, JsonNode message) {
        Dialogue dialogue = byConversation.get(message.path("conversation").asText());
        if (dialogue == null || !message.has("seq")) {
            return;
        }
        history.message("seen", name, number, message);
        dialogue.know(message.get("seq").asLong());
        if (dialogue.hasGap()) {
            fetching.fetch(dialogue);
        }
        boolean others = !message.path("author").path("kind").asText().equals(kind);
        if (others && message.path("kind").asText("text").equals("text")) {
            onHeard.accept(dialogue);
        }
    }

    private void hearSent(long number, JsonNode sent) {
        String clientId = sent.path("clientId").asText();
        String conversation = sent.path("conversation").asText();
        for (Dialogue dialogue : dialogues) {
            Draft draft = dialogue.outbox.peek();
            if (draft != null && draft.clientId.equals(clientId)) {
                history.write(
                        "sent",
                        "who",
                        name,
                        "socket",
                        number,
                        "clientId",
                        clientId,
                        "conversation",
                        conversation,
                        "seq",
                        sent.path("seq").asLong(),
                        "id",
                        sent.path("id").asText(),
                        "again",
                        draft.attempts > 1);
                dialogue.conversation = conversation;
                byConversation.putIfAbsent(conversation, dialogue);
                dialogue.know(sent.path("seq").asLong());
                dialogue.outbox.remove();
                return;
            }
        }
    }

    private void pump(Dialogue dialogue) {
        Draft draft = dialogue.outbox.peek();
        if (draft == null || dialogue.inFlight || socket == null) {
            return;
        }
        dialogue.inFlight = true;
        draft.attempts++;
        ObjectNode frame = Json.object(
                "type", "send", "clientId", draft.clientId, "conversation", dialogue.conversation, "text", draft.text);
        DeskSocket asked = socket;
        asked.ask(frame)
                .orTimeout(UNANSWERED_SECONDS, TimeUnit.SECONDS)
                .whenCompleteAsync((sent, failure) -> answered(dialogue, draft, asked, failure), loop.group());
    }

    private void answered(Dialogue dialogue, Draft draft, DeskSocket asked, Throwable failure) {
        dialogue.inFlight = false;
        if (failure == null) {
            onAnswered.accept(dialogue);
            pump(dialogue);
        } else if (failure instanceof DeskSocket.Refusal refusal) {
            history.write("unknown", "who", name, "clientId", draft.clientId, "why", refusal.getMessage());
            if (!refusal.retry()) {
                refusals.add(name + ": " + refusal.getMessage());
            }
            loop.after(100 + chance.nextInt(300), () -> pump(dialogue));
        } else {
            history.write("unknown", "who", name, "clientId", draft.clientId, "why", String.valueOf(failure));
            asked.link().drop();
            pump(dialogue);
        }
    }

    /** An agent hears of a conversation that is not its own only when it follows it. */
    private void follow(Dialogue dialogue) {
        if (!kind.equals("agent") || dialogue.followed || socket == null) {
            return;
        }
        socket.ask(Json.object("type", "open", "conversation", dialogue.conversation))
                .whenCompleteAsync(
                        (ok, failure) -> {
                            dialogue.followed = failure == null;
                            if (failure instanceof DeskSocket.Refusal refusal && !refusal.retry()) {
                                refusals.add(name + ": " + refusal.getMessage());
                            }
                            fetching.fetch(dialogue);
                        },
                        loop.group());
    }
}
