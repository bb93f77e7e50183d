package dev.parley.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.client.DeskRest;
import dev.parley.bench.client.Json;
import dev.parley.bench.client.Loop;
import dev.parley.bench.client.Person;
import dev.parley.bench.server.ParleyServer;
import dev.parley.bench.server.PostgresCluster;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Sends each message one to five times at once, over two sockets and, an agent's, by REST: it must become one row, and every
 * copy must get the same answer. Then the same clientId with something else, which must be refused.
 */
public final class Duplicates implements Program {
    private static final String AGENT = "agent1@acme.example";

    @Override
    public void run(Options options, Report report) throws Exception {
        int messages = options.number("messages", 20_000);
        Random chance = new Random(options.seed());
        boolean postgres = options.text("db", "h2").equals("postgres");
        Path home = options.home();
        options.refuseOthers();
        try (var cluster = postgres ? PostgresCluster.start() : null;
                ParleyServer server =
                        postgres ? ParleyServer.on(home, cluster.database()) : ParleyServer.embedded(home)) {
            server.start();
            repeat(report, server.address(), messages, chance);
        }
    }

    /** Sends so many messages, each several times, to a running server. */
    static void repeat(Report report, URI address, int messages, Random chance) throws Exception {
        try (Loop loop = new Loop()) {
            DeskRest rest = new DeskRest(address);
            new Repetition(report, loop, rest, address, chance).run(messages);
        }
    }

    private static final class Repetition {
        private final Report report;
        private final DeskRest rest;
        private final Random chance;
        private final List<Person> visitor = new ArrayList<>();
        private final List<Person> agent = new ArrayList<>();
        private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
        private final Map<String, String> places = new HashMap<>();
        private long copies;

        private Repetition(Report report, Loop loop, DeskRest rest, URI address, Random chance) throws Exception {
            this.report = report;
            this.rest = rest;
            this.chance = chance;
            String visitorToken = rest.visitor("acme");
            String agentToken = rest.signIn(AGENT);
            for (int i = 0; i < 2; i++) {
                visitor.add(Person.connect(loop, address, "visitor", visitorToken, frame -> {}));
                agent.add(Person.connect(loop, address, "agent", agentToken, frame -> {}));
            }
        }

        private void run(int messages) throws Exception {
            long begin = System.nanoTime();
            String conversation = send(true, "first", null).get("conversation").asText();
            for (int i = 1; i < messages; i++) {
                send(chance.nextBoolean(), "m" + i, conversation);
            }
            report.check("every copy gets the same answer", broken.isEmpty(), String.join("; ", some(broken)));
            rows(conversation);
            others(conversation);
            report.table("Messages sent several times at once", "what", "figure")
                    .row("messages", messages)
                    .row("copies sent", copies)
                    .row("seconds", (System.nanoTime() - begin) / 1e9);
        }

        /** Sends one message one to five times and returns an answer. */
        private JsonNode send(boolean byVisitor, String name, String conversation) throws Exception {
            String clientId = Texts.mark(name, chance);
            List<Person> sockets = byVisitor ? visitor : agent;
            List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
            List<CompletableFuture<DeskRest.Answer>> posted = new ArrayList<>();
            for (int copy = 1 + chance.nextInt(5); copy > 0; copy--) {
                copies++;
                int way = chance.nextInt(byVisitor ? 2 : 3);
                if (way == 2) {
                    String body =
                            Json.object("clientId", clientId, "text", name).toString();
                    posted.add(rest.posted(
                            "conversations/" + conversation + "/messages",
                            agent.get(0).token(),
                            body));
                } else {
                    answers.add(sockets.get(way).asking(frame(clientId, conversation, name)));
                }
            }
            long created = 0;
            for (CompletableFuture<DeskRest.Answer> post : posted) {
                DeskRest.Answer answer = post.get();
                created += answer.status() == 201 ? 1 : 0;
                if (answer.status() != 201 && answer.status() != 200) {
                    broken.add(name + " by REST: " + answer);
                }
                answers.add(CompletableFuture.completedFuture(Json.read(answer.body())));
            }
            if (created > 1) {
                broken.add(name + ": created " + created + " times");
            }
            return same(name, answers);
        }

        private JsonNode same(String name, List<CompletableFuture<JsonNode>> answers) throws Exception {
            Set<String> different = new HashSet<>();
            JsonNode last = null;
            for (CompletableFuture<JsonNode> answer : answers) {
                last = answer.get();
                different.add(last.path("seq").asText() + " " + last.path("id").asText());
            }
            if (different.size() != 1) {
                broken.add(name + ": " + different);
            }
            places.put(name, different.iterator().next());
            return last;
        }

        /** What is stored must be what was answered, each text once. */
        private void rows(String conversation) throws Exception {
            List<String> wrong = new ArrayList<>();
            Map<String, String> left = new HashMap<>(places);
            long expected = 1;
            for (JsonNode row : rest.messages(agent.get(0).token(), conversation)) {
                if (row.has("seq") && row.get("seq").asLong() != expected++) {
                    wrong.add("seq " + row.get("seq") + " where " + (expected - 1) + " belongs");
                }
                if (row.path("kind").asText("text").equals("text")) {
                    String place = left.remove(row.path("text").asText());
                    if (!(row.path("seq").asText() + " " + row.path("id").asText()).equals(place)) {
                        wrong.add(row + " but answered " + place);
                    }
                }
            }
            wrong.addAll(left.keySet());
            report.check(
                    "each message is one row, where it was answered to be",
                    wrong.isEmpty(),
                    String.join("; ", some(wrong)));
        }

        /** A clientId says which message it is; with something else under it, it is a mistake of the client. */
        private void others(String conversation) throws Exception {
            String clientId = Texts.mark("again", chance);
            visitor.get(0).ask(frame(clientId, conversation, "one thing"));
            String text = visitor.get(1).refusalOf(frame(clientId, conversation, "another thing"));
            report.check("the same clientId with another text is a conflict", text.equals("conflict"), text);
            String opening = visitor.get(1).refusalOf(frame(clientId, null, "one thing"));
            report.check(
                    "the same clientId in another conversation is a conflict", opening.equals("conflict"), opening);
            JsonNode other = agent.get(0).ask(frame(clientId, conversation, "by somebody else"));
            report.check(
                    "another sender's clientId is another message",
                    other.path("seq").asLong() > 0,
                    "seq " + other.path("seq"));
            String body = Json.object("clientId", clientId, "text", "changed").toString();
            int status = rest.post(
                            "conversations/" + conversation + "/messages",
                            agent.get(0).token(),
                            body)
                    .status();
            report.check("by REST a changed text is 409", status == 409, Integer.toString(status));
        }

        private static ObjectNode frame(String clientId, String conversation, String text) {
            return Json.object("type", "send", "clientId", clientId, "conversation", conversation, "text", text);
        }

        private static List<String> some(List<String> all) {
            return all.subList(0, Math.min(3, all.size()));
        }
    }
}
