package dev.parley.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.client.DeskRest;
import dev.parley.bench.client.Json;
import dev.parley.bench.client.Loop;
import dev.parley.bench.client.WebSocketLink;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The open sockets of an exchange: visitors, each with a conversation, and the few agents who hold all of these. */
final class Seats {
    /** One socket whose listener can change; {@code conversation} is null where a socket has none or many. */
    static final class Seat implements WebSocketLink.Listener {
        WebSocketLink link;
        String conversation;
        Consumer<String> ear = text -> {};
        volatile int closedWith;

        @Override
        public void text(String text) {
            if (text.startsWith(BEAT)) {
                link.send("{\"type\":\"ping\"}");
                return;
            }
            ear.accept(text);
        }

        @Override
        public void closed(int code, String reason) {
            closedWith = code;
        }

        /** Sends, and completes with the first frame that the function makes something of. */
        <T> CompletableFuture<T> ask(String frame, Function<JsonNode, T> meaning) {
            CompletableFuture<T> answer = new CompletableFuture<>();
            ear = text -> {
                JsonNode heard = Json.read(text);
                if (heard.path("type").asText().equals("error")) {
                    answer.completeExceptionally(new IllegalStateException(text));
                }
                T meant = meaning.apply(heard);
                if (meant != null) {
                    answer.complete(meant);
                }
            };
            link.send(frame);
            return answer.orTimeout(60, TimeUnit.SECONDS);
        }
    }

    private static final String BEAT = "{\"type\":\"beat\"";
    private static final int AT_ONCE = 40;
    private static final String ACME = "acme";
    /** Acme's agents in the demo. */
    static final List<String> AGENTS = List.of("agent1@acme.example", "agent2@acme.example");

    final List<Seat> visitors = new ArrayList<>();
    final List<Seat> agents = new ArrayList<>();
    private final Loop loop;
    private final String site;

    private Seats(Loop loop, String site) {
        this.loop = loop;
        this.site = site;
    }

    /** Seats at the bare relay, which needs nothing but the path. */
    static Seats atBareRelay(Loop loop, URI relay, int visitors, int agents) {
        Seats seats = empty(loop);
        seats.fill(seats.agents, agents, k -> seats.open(relay.resolve("/a/" + k)));
        seats.fill(seats.visitors, visitors, n -> seats.open(relay.resolve("/v/" + n)));
        return seats;
    }

    /** Seats at Acme: every visitor has written once and an agent has answered, which makes the conversation the agent's. */
    static Seats atParley(Loop loop, URI server, int visitors, List<String> agents) throws Exception {
        return atParley(loop, server, ACME, visitors, agents);
    }

    /** The same at another of the demo's sites, where capacity is as the demo has it. */
    static Seats atParley(Loop loop, URI server, String site, int visitors, List<String> agents) throws Exception {
        DeskRest rest = new DeskRest(server);
        if (site.equals(ACME)) {
            rest.liftCapacity();
        }
        Seats seats = new Seats(loop, site);
        List<String> bearers = new ArrayList<>();
        for (String email : agents) {
            bearers.add(rest.signIn(email));
        }
        seats.fill(seats.agents, agents.size(), k -> seats.hello(server.resolve("/ws/agent"), bearers.get(k)));
        for (int from = 0; from < visitors; from += AT_ONCE) {
            int first = from;
            int count = Math.min(AT_ONCE, visitors - from);
            seats.fill(seats.visitors, count, i -> seats.visitor(rest, server).thenCompose(seat -> seats.write(seat)));
            for (int n = first; n < first + count; n++) {
                seats.answer(n);
            }
        }
        return seats;
    }

    /** Nobody yet. */
    static Seats empty(Loop loop) {
        return new Seats(loop, ACME);
    }

    /** Adds visitors who have only opened the widget and wait. */
    void addIdle(URI server, int count) {
        DeskRest rest = new DeskRest(server);
        fill(visitors, count, n -> visitor(rest, server));
    }

    private CompletableFuture<Seat> visitor(DeskRest rest, URI server) {
        return rest.posted("sites/" + site + "/visitors", null, "{}")
                .thenCompose(answer -> hello(
                        server.resolve("/ws/visitor"),
                        answer.json().path("token").asText()));
    }

    private CompletableFuture<Seat> hello(URI address, String token) {
        String hello = Json.object("type", "hello", "token", token).toString();
        return open(address)
                .thenCompose(seat ->
                        seat.ask(hello, frame -> frame.path("type").asText().equals("welcome") ? seat : null));
    }

    private CompletableFuture<Seat> write(Seat seat) {
        String first = Json.object("type", "send", "ref", "1", "clientId", "first", "text", "Hello")
                .toString();
        return seat.ask(first, frame -> {
            seat.conversation = frame.path("type").asText().equals("sent")
                    ? frame.path("conversation").asText()
                    : seat.conversation;
            return seat.conversation == null ? null : seat;
        });
    }

    private void answer(int number) {
        Seat agent = agents.get(number % agents.size());
        String answer = Json.object(
                        "type",
                        "send",
                        "ref",
                        "1",
                        "clientId",
                        "answer-" + System.nanoTime(),
                        "conversation",
                        visitors.get(number).conversation,
                        "text",
                        "How can I help?")
                .toString();
        agent.ask(answer, frame -> frame.path("type").asText().equals("sent") ? frame : null)
                .join();
    }

    /** Ends the conversations, which otherwise go on counting against the agents' capacity. */
    void closeConversations() {
        for (int n = 0; n < visitors.size(); n++) {
            String close = Json.object("type", "close", "ref", "end", "conversation", visitors.get(n).conversation)
                    .toString();
            agents.get(n % agents.size())
                    .ask(close, frame -> frame.path("type").asText().equals("ok") ? frame : null)
                    .join();
        }
    }

    private CompletableFuture<Seat> open(URI address) {
        Seat seat = new Seat();
        return WebSocketLink.open(loop, address, seat).thenApply(link -> {
            seat.link = link;
            return seat;
        });
    }

    private void fill(List<Seat> row, int count, IntFunction<CompletableFuture<Seat>> opening) {
        for (int from = 0; from < count; from += AT_ONCE) {
            List<CompletableFuture<Seat>> some = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
                some.add(opening.apply(i));
            }
            some.forEach(seat -> row.add(seat.join()));
        }
    }

    /** How many sockets the other side has closed. */
    long closed() {
        return Stream.concat(visitors.stream(), agents.stream())
                .filter(seat -> seat.closedWith != 0)
                .count();
    }

    void leave() {
        loop.run(() -> {
            visitors.forEach(seat -> seat.link.close(1000));
            agents.forEach(seat -> seat.link.close(1000));
        });
    }
}
