package dev.parley.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.Await;
import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.browser.Chromium;
import dev.parley.bench.browser.Traffic.Fetched;
import dev.parley.bench.client.DeskRest;
import dev.parley.bench.client.Json;
import dev.parley.bench.client.Loop;
import dev.parley.bench.client.Person;
import dev.parley.bench.server.ParleyServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * What the widget costs a customer's page and its visitor (WID-5, WID-7): requests, bytes and main thread before anybody means
 * it, on opening and while chatting, and the time from the click until one can write. Beside it, in turns, the same page
 * without the widget's line, and with a button that opens an empty frame of another site: what a browser does for that no
 * widget can spare.
 */
public final class WidgetCost implements Program {
    private static final String AGENT = "agent1@acme.example";
    private static final long LOADER_BYTES = 2_500;
    private static final long OPENING_BYTES = 18_000;
    /** What the limit of the opening is about, beside words in files of their own; answers of the server's interface and pictures are of the conversation. */
    private static final Set<String> CODE = Set.of("Document", "Stylesheet", "Script");
    /** Browsers report it with three digits. */
    private static final double NO_SHIFT = 0.0005;

    private static final double SLOW = 4;

    /** How much of everything. @param latencyMillis that each round trip takes longer */
    public record Plan(int rounds, int messages, int latencyMillis) {}

    @Override
    public void run(Options options, Report report) throws Exception {
        Plan plan = new Plan(options.number("rounds", 10), options.number("messages", 3), options.number("latency", 0));
        Random chance = new Random(options.seed());
        Path home = options.home();
        options.refuseOthers();
        try (ParleyServer server = ParleyServer.embedded(home).start()) {
            cost(report, server.address(), plan, chance);
        }
    }

    /** Does it on a running server. */
    public static void cost(Report report, URI server, Plan plan, Random chance) throws Exception {
        try (Loop loop = new Loop();
                Shop shop = new Shop(server.resolve("/w/acme.js"));
                Chromium chromium = Chromium.start()) {
            Desk desk = new Desk(loop, server);
            WidgetVisit.Step away = opening(chromium, shop, server, plan);
            desk.come();
            Speed plain = new Speed();
            Speed slow = new Speed();
            for (int round = 0; round < plan.rounds; round++) {
                report.progress("round " + (round + 1) + " of " + plan.rounds);
                plain.round(chromium, shop, server, 1, plan, desk, chance);
                slow.round(chromium, shop, server, SLOW, plan, desk, chance);
            }
            desk.agent.leave();
            report.note(chromium.version() + " without a screen or a graphics processor, 1280 x 900, " + plan.rounds
                    + " rounds, " + plan.latencyMillis
                    + " ms added to each round trip; the pointer is on the launcher no sooner than the click.");
            costs(report, plain);
            openings(report, plain, slow);
            tasks(report, slow);
            promises(report, plain, slow, away);
        }
    }

    /** What is fetched as long as nobody is there: what is asked of whoever leaves a message, too. */
    private static WidgetVisit.Step opening(Chromium chromium, Shop shop, URI server, Plan plan) throws Exception {
        try (WidgetVisit visit = new WidgetVisit(chromium, shop.withWidget(), server, 1, plan.latencyMillis)) {
            visit.arrive();
            return visit.open();
        }
    }

    /** An agent who answers. */
    private static final class Desk {
        private final DeskRest rest;
        private final String token;
        private final Person agent;
        private String conversation;

        Desk(Loop loop, URI server) throws Exception {
            rest = new DeskRest(server);
            rest.liftCapacity();
            token = rest.signIn(AGENT);
            agent = Person.connect(loop, server, "agent", token, this::hear);
        }

        /** Takes what is offered, also what others left waiting: whoever misses three offers is set away. */
        private void hear(JsonNode frame) {
            if (frame.path("type").asText().equals("offer")) {
                agent.asking(Json.object(
                        "type",
                        "accept",
                        "conversation",
                        frame.path("conversation").asText()));
            }
        }

        /** From now on somebody is there. */
        void come() throws Exception {
            agent.ask(Json.object("type", "presence", "status", "available"));
        }

        void answer(String words) throws Exception {
            Await.until("the agent knows of it", Duration.ofSeconds(60), () -> find(words));
            agent.ask(Json.object(
                    "type",
                    "send",
                    "clientId",
                    "a" + System.nanoTime(),
                    "conversation",
                    conversation,
                    "text",
                    "We will look at that"));
        }

        private boolean find(String words) throws Exception {
            for (JsonNode one : rest.get("conversations?limit=200", token)
                    .expect(200)
                    .json()
                    .get("items")) {
                if (one.path("preview").asText().equals(words)) {
                    conversation = one.get("id").asText();
                    return true;
                }
            }
            return false;
        }

        void close() throws Exception {
            agent.ask(Json.object("type", "close", "conversation", conversation));
        }
    }

    /** All rounds at one speed of the processor. */
    private static final class Speed {
        private final List<WidgetVisit.Step> bare = new ArrayList<>();
        private final List<WidgetVisit.Step> bareFrame = new ArrayList<>();
        private final List<WidgetVisit.Step> before = new ArrayList<>();
        private final List<WidgetVisit.Step> opening = new ArrayList<>();
        private final List<WidgetVisit.Step> chatting = new ArrayList<>();
        private final List<WidgetVisit.Step> again = new ArrayList<>();
        private final List<WidgetVisit.Opening> cold = new ArrayList<>();
        private final List<WidgetVisit.Opening> warm = new ArrayList<>();
        private double shift;

        void round(Chromium chromium, Shop shop, URI server, double slow, Plan plan, Desk desk, Random chance)
                throws Exception {
            try (WidgetVisit visit = new WidgetVisit(chromium, shop.bare(), server, slow, plan.latencyMillis)) {
                bare.add(visit.arrive());
            }
            try (WidgetVisit visit =
                    new WidgetVisit(chromium, shop.withEmptyFrame(), server, slow, plan.latencyMillis)) {
                visit.arrive();
                bareFrame.add(visit.open());
            }
            desk.come();
            try (WidgetVisit visit = new WidgetVisit(chromium, shop.withWidget(), server, slow, plan.latencyMillis)) {
                before.add(visit.arrive());
                opening.add(visit.open());
                cold.add(visit.opening());
                chatting.add(visit.chat(plan.messages, chance, desk::answer));
                desk.close();
                shift = Math.max(shift, visit.shift());
                visit.forgetIntent();
                visit.arrive();
                again.add(visit.open());
                warm.add(visit.opening());
                shift = Math.max(shift, visit.shift());
            }
        }
    }

    private static void costs(Report report, Speed speed) {
        Report.Table table = report.table(
                "What is fetched and done, median of the rounds (least - most)",
                "step",
                "requests",
                "body bytes",
                "main thread of the page, ms",
                "main thread of the widget's frame, ms");
        row(table, "page without the widget, loading", speed.bare);
        row(table, "page with a button, opening an empty frame", speed.bareFrame);
        row(table, "page with it, loading, nobody means it", speed.before);
        row(table, "opening, first time", speed.opening);
        row(table, "chatting", speed.chatting);
        row(table, "opening again, from the cache", speed.again);
        Report.Table parts = report.table("What the first opening fetches", "what", "type", "body bytes");
        speed.opening.get(0).fetched().forEach(one -> parts.row(path(one), one.type(), one.bytes()));
    }

    /** Without what names the version, or the visitor. */
    private static String path(Fetched one) {
        return URI.create(one.url()).getPath();
    }

    private static void row(Report.Table table, String what, List<WidgetVisit.Step> steps) {
        table.row(
                what,
                rounds(steps, step -> step.fetched().size()),
                rounds(steps, WidgetVisit.Step::bytes),
                rounds(steps, step -> step.page().total()),
                rounds(steps, step -> step.frame().total()));
    }

    private static Rounds rounds(List<WidgetVisit.Step> steps, Function<WidgetVisit.Step, Number> figure) {
        Rounds rounds = new Rounds();
        steps.forEach(step -> rounds.add(figure.apply(step).doubleValue()));
        return rounds;
    }

    private static void openings(Report report, Speed plain, Speed slow) {
        Report.Table table = report.table(
                "From the click on the launcher", "ms, p50 / p95 / p99", "home is there", "composer can be written in");
        opening(table, "first time", plain.cold);
        opening(table, "from the cache", plain.warm);
        opening(table, "first time, processor 4 times slower", slow.cold);
        opening(table, "from the cache, processor 4 times slower", slow.warm);
    }

    private static void opening(Report.Table table, String what, List<WidgetVisit.Opening> openings) {
        table.row(
                what,
                new Times(openings.stream().map(WidgetVisit.Opening::home).toList()),
                new Times(openings.stream().map(WidgetVisit.Opening::composer).toList()));
    }

    private static void tasks(Report report, Speed slow) {
        Report.Table table = report.table(
                "Tasks on a processor 4 times slower, all rounds",
                "step, main thread",
                "longest, ms by the clock",
                "longest, ms of processor",
                "over 50 ms of processor, a round");
        long bare = tasks(table, "loading, page without the widget", slow.bare, WidgetVisit.Step::page);
        long without = bare
                + tasks(table, "opening an empty frame, page", slow.bareFrame, WidgetVisit.Step::page)
                + tasks(table, "opening an empty frame, frame", slow.bareFrame, WidgetVisit.Step::frame);
        long with = tasks(table, "loading, page with it", slow.before, WidgetVisit.Step::page)
                + tasks(table, "opening, page", slow.opening, WidgetVisit.Step::page)
                + tasks(table, "opening, frame", slow.opening, WidgetVisit.Step::frame)
                + tasks(table, "chatting, page", slow.chatting, WidgetVisit.Step::page)
                + tasks(table, "chatting, frame", slow.chatting, WidgetVisit.Step::frame);
        report.aim(
                "loading, opening and chatting: no more tasks over 50 ms than a page that opens an empty frame",
                with <= without,
                with + " with it, " + without + " without, " + bare + " of them before the click");
    }

    private static long tasks(
            Report.Table table,
            String what,
            List<WidgetVisit.Step> steps,
            Function<WidgetVisit.Step, MainThread> where) {
        MainThread all = steps.stream().map(where).reduce(MainThread.none(), MainThread::and);
        table.row(what, all.longest(), all.longestProcessor(), (double) all.longOnes() / steps.size());
        return all.longOnes();
    }

    private static void promises(Report report, Speed plain, Speed slow, WidgetVisit.Step away) {
        List<WidgetVisit.Step> before = both(plain.before, slow.before);
        List<WidgetVisit.Step> opening = both(plain.opening, slow.opening);
        report.check(
                "the main threads were seen at work",
                both(plain.bare, slow.bare).stream()
                                .allMatch(step -> step.page().total() > 0)
                        && opening.stream().allMatch(step -> step.frame().total() > 0),
                "");
        report.check(
                "the page without the widget asks nothing of Parley",
                both(plain.bare, slow.bare).stream()
                        .allMatch(step -> step.fetched().isEmpty()),
                "");
        report.check(
                "before anybody means it: one request",
                before.stream().allMatch(step -> step.fetched().size() == 1),
                rounds(before, step -> step.fetched().size()).toString());
        long code = most(opening, WidgetCost::code);
        report.check(
                "document, style and script of the opening: at most " + OPENING_BYTES + " bytes",
                code > 0 && code <= OPENING_BYTES,
                code + "");
        report.check(
                "the same while nobody is there, with what is asked then and its words: at most " + OPENING_BYTES
                        + " bytes",
                code(away) > 0 && code(away) <= OPENING_BYTES,
                code(away) + "");
        // an aim as long as the server packs what it makes for a request with gzip: brotli takes 2,491
        long loader = most(before, WidgetVisit.Step::bytes);
        report.aim("the loader: at most " + LOADER_BYTES + " bytes", loader <= LOADER_BYTES, loader + "");
        double shift = Math.max(plain.shift, slow.shift);
        report.check("nothing on the page shifts", shift < NO_SHIFT, Report.figure(shift));
    }

    private static List<WidgetVisit.Step> both(List<WidgetVisit.Step> some, List<WidgetVisit.Step> others) {
        List<WidgetVisit.Step> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static long most(List<WidgetVisit.Step> steps, Function<WidgetVisit.Step, Long> bytes) {
        return steps.stream().mapToLong(bytes::apply).max().orElseThrow();
    }

    private static long code(WidgetVisit.Step step) {
        return step.fetched().stream()
                .filter(one -> CODE.contains(one.type()) || one.url().contains("/widget/"))
                .mapToLong(Fetched::bytes)
                .sum();
    }
}
