package dev.parley.bench.frame;

import dev.parley.bench.Report;
import dev.parley.bench.client.DeskRest;
import dev.parley.bench.client.Json;
import dev.parley.bench.client.RawSocket;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many mutated frames on a few sockets at once, some mutated REST bodies and some broken frame headers among them. */
final class MutatedFrames {
    private static final int GUESTS = 4;
    private static final int BATCH = 25;

    private final URI server;
    private final DeskRest rest;
    private final Map<String, Integer> reactions = new ConcurrentSkipListMap<>();

    MutatedFrames(URI server) {
        this.server = server;
        this.rest = new DeskRest(server);
    }

    /** Sends so many, and says which of them the desk did not bear. */
    void send(Report report, int count, Random chance) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(GUESTS);
        List<Future<List<String>>> guests = new ArrayList<>();
        for (int i = 0; i < GUESTS; i++) {
            String kind = i % 2 == 0 ? "visitor" : "agent";
            Random own = new Random(chance.nextLong());
            guests.add(threads.submit(() -> new Stream(kind, own).run(count / GUESTS)));
        }
        List<String> unclear = new ArrayList<>();
        for (Future<List<String>> guest : guests) {
            unclear.addAll(guest.get());
        }
        threads.shutdown();
        report.check(
                count + " mutated frames: each a clear answer or a named close, no 5xx",
                unclear.isEmpty(),
                unclear.isEmpty()
                        ? ""
                        : unclear.size() + ", such as " + unclear.subList(0, Math.min(3, unclear.size())));
        Report.Table table = report.table("Answers to " + count + " mutated frames and bodies", "answer", "how often");
        reactions.forEach(table::row);
    }

    private void count(String reaction) {
        reactions.merge(reaction, 1, Integer::sum);
    }

    /** One guest after another of the same kind, each as long as the desk bears it. */
    private final class Stream {
        private final String kind;
        private final Random chance;
        private final String token;
        private final Mutation frames;
        private final Mutation bodies;
        private final List<String> unclear = new ArrayList<>();

        private Stream(String kind, Random chance) throws Exception {
            this.kind = kind;
            this.chance = chance;
            token = Guest.token(rest, kind);
            String visitor = kind.equals("visitor") ? token : Guest.token(rest, "visitor");
            String conversation;
            try (Guest guest = Guest.welcomed(server, "visitor", visitor)) {
                conversation = firstConversation(guest);
            }
            frames = new Mutation(HonestFrames.of(kind, conversation), chance);
            bodies = new Mutation(HonestFrames.bodies(), chance);
        }

        private String firstConversation(Guest guest) throws IOException {
            guest.socket().text(FrameCases.send("opening", "hello"));
            RawSocket.Got got = guest.socket().read(20_000);
            while (got.opcode() == RawSocket.TEXT && !got.text().contains("\"sent\"")) {
                got = guest.socket().read(20_000);
            }
            return Json.read(got.text()).path("conversation").asText();
        }

        private List<String> run(int count) throws Exception {
            Guest guest = Guest.welcomed(server, kind, token);
            for (int sent = 0; sent < count; sent += BATCH) {
                List<String> batch = new ArrayList<>();
                for (int i = 0; i < BATCH; i++) {
                    batch.add(frames.next());
                }
                Guest.Reaction reaction = say(guest, batch);
                if (!reaction.clear()) {
                    culprit(batch, reaction).ifPresent(unclear::add);
                }
                if (!reaction.open()) {
                    guest.close();
                    guest = Guest.welcomed(server, kind, token);
                }
                post(bodies.next());
                brokenHeader(batch.get(0));
            }
            guest.close();
            return unclear;
        }

        private Guest.Reaction say(Guest guest, List<String> batch) throws IOException {
            try {
                for (String text : batch) {
                    guest.socket().text(text);
                }
            } catch (IOException closedMeanwhile) {
                // the close frame that came first is read below
            }
            Guest.Reaction reaction = guest.reaction();
            reaction.frames()
                    .forEach(frame -> count(frame.path("type").asText() + " "
                            + frame.path("code").asText("")));
            count("close " + reaction.close());
            return reaction;
        }

        /**
         * The one of the batch that does it alone, or all of them. Nobody where the connection only ended without a close frame: the desk
         * had closed, and as more was on its way the reset overtook the close frame.
         */
        private Optional<String> culprit(List<String> batch, Guest.Reaction reaction) throws IOException {
            for (String text : batch) {
                try (Guest guest = Guest.welcomed(server, kind, token)) {
                    guest.socket().text(text);
                    Guest.Reaction alone = guest.reaction();
                    if (!alone.clear()) {
                        return Optional.of(
                                kind + " " + text.substring(0, Math.min(400, text.length())) + " -> " + alone);
                    }
                }
            }
            return reaction.close() == Guest.Reaction.DROPPED
                    ? Optional.empty()
                    : Optional.of(kind + " one of " + batch.size() + " -> " + reaction);
        }

        private void post(String body) throws Exception {
            String[] paths = {"sessions", "sites/acme/visitors", "sites/no-such/visitors", "conversations/x/messages"};
            String path = paths[chance.nextInt(paths.length)];
            int status = rest.post(path, path.startsWith("conv") ? token : null, body)
                    .status();
            count("REST " + status);
            if (status >= 500) {
                unclear.add("POST " + path + " " + body.substring(0, Math.min(400, body.length())) + " -> " + status);
            }
        }

        /** Bytes of a frame with one changed; the desk may wait for more, so nothing is expected but that it lives. */
        private void brokenHeader(String text) throws IOException {
            try (Guest guest = Guest.welcomed(server, kind, token)) {
                byte[] frame =
                        RawSocket.encode(RawSocket.FIN | RawSocket.TEXT, text.getBytes(StandardCharsets.UTF_8), true);
                frame[chance.nextInt(Math.min(8, frame.length))] ^= (byte) (1 << chance.nextInt(8));
                guest.socket().bytes(frame);
                RawSocket.Got got = guest.socket().read(20);
                if (got.opcode() == RawSocket.CLOSE && !Guest.NAMED_CLOSES.contains(got.closeCode())) {
                    unclear.add(kind + " broken header -> close " + got.closeCode());
                }
                count("broken header " + (got.opcode() == RawSocket.CLOSE ? "close " + got.closeCode() : "no close"));
            }
        }
    }
}
