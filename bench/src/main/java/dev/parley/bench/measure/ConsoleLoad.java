package dev.parley.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.Await;
import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.browser.Chromium;
import dev.parley.bench.client.DeskRest;
import dev.parley.bench.client.Loop;
import dev.parley.bench.server.ParleyServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One console with hundreds of open conversations and dozens of messages a second (CON-16): how long a key takes to show, how
 * even frames are while panes are scrolled, and what it keeps in memory. Beside it, in turns, the console of an agent whose
 * list is empty: what this browser on this machine takes anyway.
 */
public final class ConsoleLoad implements Program {
    private static final String BUSY = "agent1@acme.example";
    /** Of another company: whoever shares a department sees the conversations of colleagues, too. */
    private static final String IDLE = "agent@globex.example";

    private static final double FRAME = 1000 / 60.0;
    private static final double TYPING_AIM = 50;
    private static final double FRAMES_AIM = 1.25;
    private static final double HEAP_GROWTH = 1.25;
    private static final Duration SAMPLE = Duration.ofSeconds(30);

    /** How much of everything. */
    public record Plan(int conversations, int rate, int rounds, int keys, Duration remembering) {}

    @Override
    public void run(Options options, Report report) throws Exception {
        Plan plan = new Plan(
                options.number("conversations", 500),
                options.number("rate", 50),
                options.number("rounds", 5),
                options.number("keys", 100),
                Duration.ofMinutes(options.number("minutes", 5)));
        Random chance = new Random(options.seed());
        Path home = options.home();
        options.refuseOthers();
        try (ParleyServer server = ParleyServer.embedded(home).start()) {
            load(report, server.address(), plan, chance);
        }
    }

    /** Does it on a running server whose agents have nothing in hand. */
    public static void load(Report report, URI server, Plan plan, Random chance) throws Exception {
        try (Loop loop = new Loop();
                Chromium chromium = Chromium.start()) {
            Seats many = Seats.atParley(loop, server, plan.conversations, List.of(BUSY));
            Seats one = Seats.atParley(loop, server, "globex", 1, List.of(IDLE));
            Exchange exchange = new Exchange(loop, many, new ParleyWire(), false);
            try (ConsolePage idle = ConsolePage.signIn(chromium, server, IDLE);
                    ConsolePage busy = ConsolePage.signIn(chromium, server, BUSY)) {
                idle.awaitListed(1);
                idle.show(0);
                // it stays in front with its composer, and the list is empty
                one.closeConversations();
                idle.awaitListed(0);
                busy.awaitListed(plan.conversations);
                busy.show(0);
                Feel empty = new Feel();
                Feel quiet = new Feel();
                Feel loaded = new Feel();
                for (int round = 0; round < plan.rounds; round++) {
                    report.progress("round " + (round + 1) + " of " + plan.rounds);
                    empty.of(idle, plan.keys, chance);
                    quiet.of(busy, plan.keys, chance);
                    check(report, exchange.openLoop(plan.rate, () -> loaded.of(busy, plan.keys, chance)));
                }
                report.note(chromium.version() + " without a screen or a graphics processor, 1280 x 900. "
                        + plan.conversations + " conversations of one agent, " + plan.rate
                        + " messages a second into them, in turns.");
                figures(report, plan, empty, quiet, loaded);
                remember(report, server, exchange, plan, busy);
            }
            many.closeConversations();
            report.check(
                    "no socket was closed",
                    many.closed() + one.closed() == 0,
                    many.closed() + one.closed() + " closed");
            many.leave();
            one.leave();
        }
    }

    /** What an agent feels, over all rounds. */
    private static final class Feel {
        private Times typing = Times.none();
        private Times list = Times.none();
        private Times talk = Times.none();

        void of(ConsolePage console, int keys, Random chance) throws Exception {
            typing = typing.and(console.type(keys, chance));
            list = list.and(console.scrollList());
            talk = talk.and(console.scrollTalk());
        }
    }

    private static void figures(Report report, Plan plan, Feel empty, Feel quiet, Feel loaded) {
        report.table(
                        "From key to paint, and from frame to frame",
                        "ms, p50 / p95 / p99",
                        "empty list",
                        "quiet",
                        "written to",
                        "written to / empty, p95")
                .row("key to paint", empty.typing, quiet.typing, loaded.typing, ratio(loaded.typing, empty.typing))
                .row("frame, list scrolled", empty.list, quiet.list, loaded.list, ratio(loaded.list, empty.list))
                .row(
                        "frame, conversation scrolled",
                        empty.talk,
                        quiet.talk,
                        loaded.talk,
                        ratio(loaded.talk, empty.talk))
                .row(
                        "frames missed, list, %",
                        empty.list.missedPercent(FRAME),
                        quiet.list.missedPercent(FRAME),
                        loaded.list.missedPercent(FRAME),
                        "")
                .row(
                        "frames missed, conversation, %",
                        empty.talk.missedPercent(FRAME),
                        quiet.talk.missedPercent(FRAME),
                        loaded.talk.missedPercent(FRAME),
                        "");
        double typing = loaded.typing.percentile(95);
        report.aim(
                "95 % of keys show within " + (int) TYPING_AIM + " ms at " + plan.rate + " messages a second",
                typing <= TYPING_AIM,
                Report.figure(typing) + " ms");
        double frames = Math.max(ratio(loaded.list, empty.list), ratio(loaded.talk, empty.talk));
        report.aim(
                "95 % of frames come within " + FRAMES_AIM + " times what the empty list takes",
                frames <= FRAMES_AIM,
                Report.figure(frames) + " times");
    }

    private static double ratio(Times one, Times other) {
        return one.percentile(95) / other.percentile(95);
    }

    /** Lets an agent go through the list while messages come, and looks at what the page keeps. */
    private static void remember(Report report, URI server, Exchange exchange, Plan plan, ConsolePage console)
            throws Exception {
        Report.Table table = report.table(
                "What the console keeps, an agent going from conversation to conversation",
                "after s",
                "live heap MB",
                "elements",
                "listeners");
        List<Double> heap = new ArrayList<>();
        long begin = System.nanoTime();
        Exchange.Figures written = exchange.openLoop(plan.rate, () -> {
            for (long next = 0; next <= plan.remembering.toNanos(); next += SAMPLE.toNanos()) {
                while (System.nanoTime() - begin < next) {
                    console.show((int) ((System.nanoTime() - begin) / 1e9) % plan.conversations);
                    Await.pass(Duration.ofMillis(500));
                }
                heap.add(console.liveHeapBytes() / 1e6);
                Map<String, Double> counters = console.counters();
                table.row(
                        (System.nanoTime() - begin) / 1_000_000_000,
                        heap.get(heap.size() - 1),
                        counters.get("Nodes").intValue(),
                        counters.get("JSEventListeners").intValue());
            }
        });
        check(report, written);
        // the first sample is from before any was shown; the middle one knows the whole list
        double growth = heap.get(heap.size() - 1) / heap.get(heap.size() / 2);
        report.check(
                "the live heap grows by less than a quarter in the second half",
                growth < HEAP_GROWTH,
                Report.figure(growth) + " times, after " + written.delivered() + " messages");
        boolean same = Await.within(
                Duration.ofSeconds(30),
                () -> console.lastWords().stream()
                        .map(ConsoleLoad::begin)
                        .sorted()
                        .toList()
                        .equals(lastWords(server)));
        report.check("the list shows every conversation's last words", same, "");
    }

    private static void check(Report report, Exchange.Figures written) {
        report.check(
                "messages are delivered at the rate, without an error",
                written.errors().isEmpty(),
                Report.figure(written.delivered() / written.seconds()) + " a second "
                        + String.join("; ", written.errors()));
    }

    /** The same as the console shows, asked of the server. */
    private static List<String> lastWords(URI server) throws Exception {
        DeskRest rest = new DeskRest(server);
        String token = rest.signIn(BUSY);
        List<String> words = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = rest.get("conversations?status=open&limit=200" + cursor, token)
                    .expect(200)
                    .json();
            page.get("items")
                    .forEach(item -> words.add(begin(item.path("preview").asText())));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!cursor.isEmpty());
        return words.stream().sorted().toList();
    }

    /** A preview may be cut: what tells one message from the others stands at its beginning. */
    private static String begin(String words) {
        return words.substring(0, Math.min(30, words.length()));
    }
}
