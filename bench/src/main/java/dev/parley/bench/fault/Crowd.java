package dev.parley.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.Await;
import dev.parley.bench.client.DeskRest;
import dev.parley.bench.client.DeskSocket;
import dev.parley.bench.client.Json;
import dev.parley.bench.client.Loop;
import dev.parley.bench.history.History;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Visitors who write without end and agents who answer some of it, each conversation with one of each. */
final class Crowd implements AutoCloseable {
    private static final List<String> AGENTS = List.of("agent1@acme.example", "agent2@acme.example");

    private final Loop loop = new Loop();
    private final URI server;
    private final DeskRest rest;
    private final History history;
    private final Random chance;
    private final List<Talker> visitors = new ArrayList<>();
    private final List<Talker> agents = new ArrayList<>();
    private volatile boolean talking = true;
    private volatile URI detour;
    private volatile int onDetour;

    Crowd(URI server, History history, Random chance) {
        this.server = server;
        this.rest = new DeskRest(server);
        this.history = history;
        this.chance = chance;
    }

    /** The first visitors come by another address. */
    Crowd behind(URI address, int count) {
        detour = address;
        onDetour = count;
        return this;
    }

    /** Lets the crowd in; returns once every visitor's first message is answered and an agent takes part. */
    Crowd begin(int count) throws IOException, InterruptedException, TimeoutException {
        for (String email : AGENTS) {
            String name = "a" + agents.size();
            Talker agent = new Talker(loop, history, server, name, rest.signIn(email), new Random(chance.nextLong()));
            agents.add(agent.listening(dialogue -> {}, dialogue -> reply(agent, dialogue)));
        }
        for (int i = 0; i < count; i++) {
            URI road = i < onDetour ? detour : server;
            Talker visitor =
                    new Talker(loop, history, road, "v" + i, rest.visitor("acme"), new Random(chance.nextLong()));
            visitors.add(visitor.listening(dialogue -> next(visitor, dialogue), dialogue -> {}));
        }
        loop.run(() -> agents.forEach(Talker::start));
        loop.run(() -> visitors.forEach(visitor -> {
            visitor.start();
            visitor.say(visitor.join(null));
        }));
        Await.until("every visitor talks with an agent", Duration.ofMinutes(4), this::everybodyTalks);
        return this;
    }

    private boolean everybodyTalks() {
        return loop.ask(() -> agents.stream()
                        .flatMap(agent -> agent.dialogues().stream())
                        .filter(dialogue -> dialogue.turn > 0)
                        .count()
                >= visitors.size());
    }

    private void next(Talker visitor, Dialogue dialogue) {
        if (dialogue.turn == 1) {
            Talker agent = agents.get(visitors.indexOf(visitor) % agents.size());
            agent.say(agent.join(dialogue.conversation));
        }
        if (talking) {
            loop.after(5 + chance.nextInt(20), () -> {
                // the end may have been called meanwhile: who is drained then must stay so
                if (talking) {
                    visitor.say(dialogue);
                }
            });
        }
    }

    private void reply(Talker agent, Dialogue dialogue) {
        if (talking && dialogue.outbox.size() < 3 && chance.nextInt(3) == 0) {
            agent.say(dialogue);
        }
    }

    /** Whether every client has a socket that was welcomed. */
    boolean allLive() {
        return loop.ask(() -> all().allMatch(Talker::live));
    }

    long answers() {
        return history.count("sent");
    }

    /** Errors that no client expects, the first few. */
    List<String> refusals() {
        return loop.ask(() -> all().flatMap(talker -> talker.refusals().stream())
                .distinct()
                .limit(5)
                .toList());
    }

    /** Stops talking, waits until all is answered and heard, and writes how each side reads each conversation. */
    void end() throws Exception {
        talking = false;
        Await.within(Duration.ofSeconds(60), () -> loop.ask(() -> all().allMatch(Talker::drained)));
        // a lost last hint is healed by the next beat, 20 s later at most
        Await.within(Duration.ofSeconds(30), this::converged);
        for (Talker visitor : visitors) {
            recordVisitorsView(visitor);
        }
        for (Talker agent : agents) {
            for (Dialogue dialogue : agent.dialogues()) {
                for (JsonNode message : rest.messages(agent.token(), dialogue.conversation)) {
                    if (message.has("seq")) {
                        history.message("view", "agent", 0, of(dialogue.conversation, message));
                    }
                }
            }
        }
    }

    private boolean converged() {
        return loop.ask(() -> visitors.stream()
                .allMatch(visitor -> visitor.dialogues().stream()
                        .allMatch(dialogue -> agents.stream()
                                .flatMap(agent -> agent.dialogues().stream())
                                .filter(other -> other.conversation.equals(dialogue.conversation))
                                .allMatch(other -> other.head() == dialogue.head()))));
    }

    private void recordVisitorsView(Talker visitor) throws Exception {
        DeskSocket socket = DeskSocket.open(loop, server, "visitor", visitor.token(), Map.of(), frame -> {})
                .get(30, TimeUnit.SECONDS);
        List<String> listed = new ArrayList<>();
        socket.welcome()
                .path("conversations")
                .forEach(item -> listed.add(item.path("id").asText()));
        history.write("listed", "who", visitor.name(), "conversations", listed);
        for (String conversation : listed) {
            long after = 0;
            boolean more = true;
            while (more) {
                ObjectNode question =
                        Json.object("type", "history", "conversation", conversation, "after", after, "limit", 200);
                JsonNode page = loop.ask(() -> socket.ask(question)).get(30, TimeUnit.SECONDS);
                for (JsonNode message : page.path("messages")) {
                    history.message("view", visitor.name(), 0, of(conversation, message));
                    after = Math.max(after, message.path("seq").asLong());
                }
                more = page.path("more").asBoolean();
            }
        }
        loop.run(() -> socket.link().close(1000));
    }

    private static JsonNode of(String conversation, JsonNode message) {
        return ((ObjectNode) message).put("conversation", conversation);
    }

    private Stream<Talker> all() {
        return Stream.concat(visitors.stream(), agents.stream());
    }

    /** What the visitors talk in, by their tokens. */
    Map<String, List<String>> conversations() {
        return loop.ask(() -> visitors.stream()
                .collect(Collectors.toMap(
                        Talker::token,
                        visitor -> visitor.dialogues().stream()
                                .map(dialogue -> dialogue.conversation)
                                .filter(Objects::nonNull)
                                .toList())));
    }

    @Override
    public void close() {
        loop.run(() -> all().forEach(Talker::stop));
        loop.close();
    }
}
