package dev.parley.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.client.DeskRest;
import dev.parley.bench.client.Json;
import dev.parley.bench.client.Loop;
import dev.parley.bench.client.Person;
import dev.parley.bench.client.RawSocket;
import dev.parley.bench.measure.Bystanders;
import dev.parley.bench.server.ParleyServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Five sockets of one visitor that never read, while an agent writes long messages to them: the server must give each up with
 * 4008, keep its heap, and let others not feel it. The others' measure is the same flood to five sockets that do read.
 */
public final class SlowReaders implements Program {
    private static final int READERS = 5;
    private static final int KERNEL_BUFFER = 16 * 1024;
    private static final int TOO_SLOW = 4008;
    /** As many characters as a message may have, each three bytes on the wire. */
    private static final String LONG_TEXT = "\u6f22".repeat(7_900);

    @Override
    public void run(Options options, Report report) throws Exception {
        int rounds = options.number("rounds", 5);
        int messages = options.number("messages", 1000);
        Path home = options.home();
        options.refuseOthers();
        try (ParleyServer server = ParleyServer.embedded(home).start()) {
            hold(report, server, rounds, messages, 2);
        }
    }

    /** Does it on a running server, in turns with readers that read. @param most how many times as long the others may wait at p99 */
    static void hold(Report report, ParleyServer server, int rounds, int messages, double most) throws Exception {
        try (Loop loop = new Loop();
                Flood flood = new Flood(loop, server.address());
                Bystanders bystanders = new Bystanders(loop, server.address())) {
            flood.round(true, 50);
            bystanders.latency(Duration.ofSeconds(3));
            long heap = server.process().liveHeapBytes();
            List<Double> ratios = new ArrayList<>();
            List<Integer> ends = new ArrayList<>();
            List<Integer> readersEnds = new ArrayList<>();
            Report.Table table = report.table(
                    "Five readers that never read",
                    "round",
                    "others' p50 / p99 ms, all read",
                    "others' p50 / p99 ms, five do not",
                    "the five ended with");
            for (int round = 1; round <= rounds; round++) {
                Flood.Outcome reading = flood.round(true, messages, bystanders);
                Flood.Outcome slow = flood.round(false, messages, bystanders);
                ratios.add(slow.others().p99() / reading.others().p99());
                ends.addAll(slow.ends());
                readersEnds.addAll(reading.ends());
                table.row(round, reading.others(), slow.others(), slow.ends());
            }
            report.check(
                    "each reader that never reads is closed with 4008",
                    ends.stream().allMatch(code -> code == TOO_SLOW),
                    ends.toString());
            report.check(
                    "no reader that reads is closed",
                    readersEnds.stream().allMatch(code -> code == 0),
                    readersEnds.toString());
            double ratio = ratios.stream().sorted().toList().get(ratios.size() / 2);
            report.check(
                    "others' p99 stays below " + most + " times as long (median)",
                    ratio < most,
                    "ratios " + ratios.stream().map(Report::figure).toList());
            long after = server.process().liveHeapBytes();
            report.check(
                    "the live heap stays (20 %, and 1 MiB a reader)",
                    after < heap * 1.2 + READERS * (1 << 20),
                    heap / 1_000_000 + " MB before, " + after / 1_000_000 + " MB after");
            Optional<String> missing = flood.catchUp();
            report.check("a reader that comes back reads everything", missing.isEmpty(), missing.orElse(""));
        }
    }

    /** The visitor with five sockets, and the agent who writes. */
    private static final class Flood implements AutoCloseable {
        private final URI server;
        private final Loop loop;
        private final DeskRest rest;
        private final String token;
        private final Person agent;
        private final String conversation;
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private long number;
        private long lastSeq;

        private Flood(Loop loop, URI server) throws Exception {
            this.server = server;
            this.loop = loop;
            rest = new DeskRest(server);
            rest.liftCapacity();
            token = rest.visitor("acme");
            Person visitor = Person.connect(loop, server, "visitor", token, frame -> {});
            agent = Person.connect(loop, server, "agent", rest.signIn("agent1@acme.example"), frame -> {});
            conversation = visitor.ask(Json.object("type", "send", "clientId", "flood", "text", "I listen"))
                    .get("conversation")
                    .asText();
            visitor.leave();
        }

        private record Outcome(Bystanders.Latency others, List<Integer> ends) {}

        private void round(boolean reading, int messages) throws Exception {
            round(reading, messages, null);
        }

        /** One flood; while it lasts the bystanders are measured. */
        private Outcome round(boolean reading, int messages, Bystanders bystanders) throws Exception {
            List<RawSocket> readers = new ArrayList<>();
            List<Future<Integer>> ends = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                RawSocket reader = RawSocket.open(server, "/ws/visitor", null, KERNEL_BUFFER);
                reader.text(Json.object("type", "hello", "token", token).toString());
                reader.read(10_000);
                readers.add(reader);
                if (reading) {
                    ends.add(threads.submit(() -> readToEnd(reader, true)));
                }
            }
            Future<?> writing = threads.submit(() -> write(messages));
            Bystanders.Latency others = bystanders == null ? null : bystanders.latencyWhile(() -> !writing.isDone());
            writing.get();
            List<Integer> codes = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                boolean open = reading && !ends.get(i).isDone();
                codes.add(open ? 0 : reading ? ends.get(i).get() : readToEnd(readers.get(i), false));
                readers.get(i).close();
            }
            return new Outcome(others, codes);
        }

        private Object write(int messages) throws Exception {
            for (int i = 0; i < messages; i++) {
                String clientId = "flood-" + number++;
                JsonNode sent = agent.ask(Json.object(
                        "type",
                        "send",
                        "clientId",
                        clientId,
                        "conversation",
                        conversation,
                        "text",
                        clientId + " " + LONG_TEXT));
                lastSeq = sent.get("seq").asLong();
            }
            return null;
        }

        /** Reads until the close frame, the end, or 30 s of nothing. */
        private static int readToEnd(RawSocket reader, boolean answersBeats) {
            try {
                while (true) {
                    RawSocket.Got got = reader.read(30_000);
                    if (got == RawSocket.Got.NOTHING) {
                        return 0;
                    }
                    if (got == RawSocket.Got.END) {
                        return 1006;
                    }
                    if (got.opcode() == RawSocket.CLOSE) {
                        return got.closeCode();
                    }
                    if (answersBeats) {
                        answerBeat(reader, got);
                    }
                }
            } catch (IOException e) {
                return 1006;
            }
        }

        private static void answerBeat(RawSocket reader, RawSocket.Got got) throws IOException {
            if (got.text().startsWith("{\"type\":\"beat\"")) {
                reader.text("{\"type\":\"ping\"}");
            }
        }

        /** What is missing of the conversation for one who resumes from the start, if anything. */
        private Optional<String> catchUp() throws Exception {
            List<Long> heard = new ArrayList<>();
            try (RawSocket late = RawSocket.open(server, "/ws/visitor", null, 0)) {
                late.text(Json.object("type", "hello", "token", token, "resume", Json.object(conversation, 0))
                        .toString());
                long last = 0;
                for (RawSocket.Got got = late.read(20_000);
                        last < lastSeq && got.opcode() == RawSocket.TEXT;
                        got = late.read(20_000)) {
                    answerBeat(late, got);
                    JsonNode frame = Json.read(got.text());
                    if (frame.path("type").asText().equals("message")) {
                        last = frame.get("seq").asLong();
                        heard.add(last);
                    }
                }
            }
            for (int i = 0; i < heard.size(); i++) {
                if (heard.get(i) != i + 1) {
                    return Optional.of("seq " + heard.get(i) + " where " + (i + 1) + " belongs");
                }
            }
            return heard.size() == lastSeq ? Optional.empty() : Optional.of(heard.size() + " of " + lastSeq);
        }

        @Override
        public void close() {
            threads.shutdownNow();
            agent.leave();
        }
    }
}
