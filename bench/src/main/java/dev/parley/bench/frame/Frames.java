package dev.parley.bench.frame;

import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.client.DeskRest;
import dev.parley.bench.client.RawSocket;
import dev.parley.bench.server.ParleyServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Handshakes, named cases and mutated frames that no honest client sends, and the server's log after all of it. */
public final class Frames implements Program {

    @Override
    public void run(Options options, Report report) throws Exception {
        int count = options.number("frames", 200_000);
        Random chance = new Random(options.seed());
        Path home = options.home();
        options.refuseOthers();
        try (ParleyServer server = ParleyServer.embedded(home).start()) {
            everything(report, server, count, chance);
        }
    }

    /** All of it against a running server. */
    public static void everything(Report report, ParleyServer server, int count, Random chance) throws Exception {
        long position = server.log().position();
        origins(report, server.address());
        cases(report, server.address());
        new MutatedFrames(server.address()).send(report, count, chance);
        report.check("the server is ready after all of it", server.answersEverything(), "");
        List<String> complaints = server.log().complaintsAfter(position);
        report.check(
                "the log holds nothing that was not caught",
                complaints.isEmpty(),
                complaints.isEmpty() ? "" : complaints.size() + " lines, such as " + complaints.get(0));
        complaints.stream().distinct().limit(20).forEach(report::progress);
    }

    private static final long ANSWERED_WITHIN_NANOS = 5_000_000_000L;

    /** Who may open a socket, by the header {@code Origin}. A visitor's foreign one may also be found out at {@code hello}. */
    private static void origins(Report report, URI server) throws Exception {
        String own = "http://localhost:" + server.getPort();
        Map<String, List<String>> allowed = Map.of(
                "visitor",
                        List.of(
                                own,
                                "http://127.0.0.1:" + server.getPort(),
                                "http://localhost:3000",
                                "http://127.0.0.1:5173"),
                "agent", List.of(own, "http://127.0.0.1:" + server.getPort()));
        List<String> foreign = List.of(
                "https://evil.example",
                "null",
                "http://localhost.evil.example",
                "http://evil.example:" + server.getPort(),
                "http://127.0.0.1.evil.example",
                "https://localhost@evil.example",
                "file://",
                "http://[::1]:1",
                "x");
        DeskRest rest = new DeskRest(server);
        List<String> wrong = new ArrayList<>();
        for (String kind : List.of("visitor", "agent")) {
            String token = Guest.token(rest, kind);
            for (String origin : allowed.get(kind)) {
                if (!welcomes(server, kind, origin, token)) {
                    wrong.add(kind + " refused from " + origin);
                }
            }
            for (String origin : foreign) {
                if (welcomes(server, kind, origin, token)) {
                    wrong.add(kind + " welcomed from " + origin);
                }
            }
        }
        if (welcomes(server, "agent", "http://localhost:3000", Guest.token(rest, "agent"))) {
            wrong.add("agent welcomed from a visitor's site");
        }
        report.check("sockets open from own and allowed origins only", wrong.isEmpty(), String.join("; ", wrong));
    }

    private static boolean welcomes(URI server, String kind, String origin, String token) throws IOException {
        try (RawSocket socket = RawSocket.open(server, "/ws/" + kind, origin, 0)) {
            if (socket.status() != 101) {
                return false;
            }
            socket.text("{\"type\":\"hello\",\"token\":\"" + token + "\"}");
            return socket.read(20_000).text().contains("\"welcome\"");
        } catch (EOFException e) {
            return false;
        }
    }

    private static void cases(Report report, URI server) throws Exception {
        DeskRest rest = new DeskRest(server);
        String visitor = Guest.token(rest, "visitor");
        String agent = Guest.token(rest, "agent");
        List<String> wrong = new ArrayList<>();
        List<FrameCase> all = FrameCases.all();
        for (FrameCase each : all) {
            Guest.Reaction reaction = reaction(each, server, visitor, agent);
            if (!each.right().test(reaction)) {
                wrong.add(each.name() + ": wanted " + each.wanted() + ", got " + reaction);
                report.progress(wrong.get(wrong.size() - 1));
            }
        }
        report.check(
                all.size() + " named cases are answered as they should be",
                wrong.isEmpty(),
                wrong.size() + " are not: " + String.join("; ", wrong));
        silentGuest(report, server);
    }

    private static Guest.Reaction reaction(FrameCase each, URI server, String visitor, String agent)
            throws IOException {
        try (Guest guest = switch (each.entrance()) {
            case UNKNOWN_VISITOR -> Guest.unknown(server, "visitor");
            case VISITOR -> Guest.welcomed(server, "visitor", visitor);
            case AGENT -> Guest.welcomed(server, "agent", agent);
        }) {
            IOException failure = null;
            try {
                each.act().on(guest.socket());
            } catch (IOException closedMeanwhile) {
                failure = closedMeanwhile;
            }
            Guest.Reaction reaction = guest.reaction();
            // what is stored is answered after its commit, which may be after the pong
            long end = System.nanoTime() + ANSWERED_WITHIN_NANOS;
            while (reaction.open() && !each.right().test(reaction) && System.nanoTime() < end) {
                reaction = reaction.and(guest.reaction());
            }
            return failure == null || !reaction.open() ? reaction : reaction.because(failure);
        }
    }

    private static void silentGuest(Report report, URI server) throws IOException {
        try (Guest guest = Guest.unknown(server, "visitor")) {
            long begin = System.nanoTime();
            Guest.Reaction reaction = guest.hear("nothing comes");
            double seconds = (System.nanoTime() - begin) / 1e9;
            report.check(
                    "who says no hello is closed after 10 s",
                    List.of(4000, 4001).contains(reaction.close()) && seconds > 8,
                    reaction + " after " + Report.figure(seconds) + " s");
        }
    }
}
