package dev.parley.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.Await;
import dev.parley.bench.Options;
import dev.parley.bench.Program;
import dev.parley.bench.Report;
import dev.parley.bench.browser.Chromium;
import dev.parley.bench.browser.Tab;
import dev.parley.bench.client.DeskRest;
import dev.parley.bench.client.Json;
import dev.parley.bench.client.Loop;
import dev.parley.bench.client.Person;
import dev.parley.bench.measure.ConsolePage;
import dev.parley.bench.server.ParleyServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An agent's console behind another tab for minutes, until Chromium lets its timers run once a minute: the agent must stay
 * available, hear what visitors write and be offered what comes, because beats are answered where they are heard. The company is Globex.
 */
public final class HiddenTab implements Program {
    private static final String AGENT = "agent@globex.example";
    private static final String WITNESS = "admin@globex.example";
    private static final String GRACE = "--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/";
    /** Of a timer set to one second: what shows that it slept, and not merely waited its turn. */
    private static final double ASLEEP_SECONDS = 30;

    private static final String TIMER = """
            window.ticks = [performance.now()];
            setInterval(() => ticks.push(performance.now()), 1000);
            """;
    private static final String LONGEST_SLEEP =
            "Math.max(...ticks.map((tick, i) => (ticks[i + 1] ?? performance.now()) - tick)) / 1000";

    @Override
    public void run(Options options, Report report) throws Exception {
        Duration hidden = Duration.ofMinutes(options.number("minutes", 6));
        Path home = options.home();
        options.refuseOthers();
        try (ParleyServer server = ParleyServer.embedded(home).start()) {
            hide(server.address(), hidden).tell(report);
        }
    }

    /** What was seen. Frames are those of the console's own socket. */
    record Seen(
            Duration hidden,
            String visibility,
            double longestSleep,
            int sockets,
            int beats,
            int pings,
            List<String> presences,
            int written,
            int heard,
            boolean offered,
            String title,
            boolean shown,
            boolean accepted) {

        void tell(Report report) {
            report.table("A console behind another tab", "what", "figure")
                    .row("hidden, s", hidden.toSeconds())
                    .row("longest pause of a timer of one second, s", longestSleep)
                    .row("beats heard / pings sent", beats + " / " + pings)
                    .row("messages written / heard while hidden", written + " / " + heard)
                    .row("title after the offer", title);
            report.check(
                    "the page is hidden and its timers sleep",
                    visibility.equals("hidden") && longestSleep > ASLEEP_SECONDS,
                    visibility + ", " + Report.figure(longestSleep) + " s");
            report.check("the socket stays the same", sockets == 0, sockets + " new ones");
            report.check("every beat is answered", beats > 0 && pings >= beats, pings + " of " + beats);
            report.check("presence stays: nobody hears of a change", presences.isEmpty(), presences.toString());
            report.check("every message is heard while hidden", heard == written, heard + " of " + written);
            report.check("an offer comes, and the title counts it", offered && title.startsWith("("), title);
            report.check("back in front all messages are there, and the offer is accepted", shown && accepted, "");
        }
    }

    /**
     * Does it on a running server. Where it is hidden for less than Chromium's grace of five minutes, the grace is shortened.
     */
    static Seen hide(URI server, Duration hidden) throws Exception {
        DeskRest rest = new DeskRest(server);
        boolean soon = hidden.toMinutes() < 6;
        List<String> presences = new CopyOnWriteArrayList<>();
        AtomicInteger sockets = new AtomicInteger();
        AtomicInteger beats = new AtomicInteger();
        AtomicInteger pings = new AtomicInteger();
        AtomicInteger heard = new AtomicInteger();
        AtomicInteger offers = new AtomicInteger();
        try (Loop loop = new Loop();
                Chromium chromium = soon ? Chromium.start(GRACE + 5) : Chromium.start();
                ConsolePage console = ConsolePage.signInSilently(chromium, server, AGENT)) {
            Tab tab = console.tab();
            tab.page().evaluate("""
                    (() => {
                        const list = document.querySelector('.pw-presence select');
                        list.value = 'available';
                        list.dispatchEvent(new Event('change', { bubbles: true }));
                    })()""");
            Person witness = Person.connect(
                    loop, server, "agent", rest.signIn(WITNESS), frame -> hearPresence(frame, presences));
            Person first = visitor(loop, server, rest);
            String conversation = say(first, null, "Are you there?");
            tab.page().await("!!document.querySelector('.pw-offer .go')");
            tab.page().evaluate("document.querySelector('.pw-offer .go').click()");
            tab.page().await("document.querySelectorAll('.pw-log .pw-msg').length === 1");
            tab.listen((event, told) -> {
                String frame = told.at("/response/payloadData").asText();
                if (event.equals("Network.webSocketCreated")) {
                    sockets.incrementAndGet();
                } else if (event.equals("Network.webSocketFrameSent") && frame.contains("\"ping\"")) {
                    pings.incrementAndGet();
                } else if (event.equals("Network.webSocketFrameReceived")) {
                    JsonNode said = Json.read(frame);
                    switch (said.path("type").asText()) {
                        case "beat" -> beats.incrementAndGet();
                        case "offer" -> offers.incrementAndGet();
                        case "message" ->
                            heard.addAndGet(
                                    said.path("author").path("kind").asText().equals("visitor") ? 1 : 0);
                        default -> {
                            // of no interest here
                        }
                    }
                }
            });
            tab.tellOfNetwork();
            tab.page().evaluate(TIMER);
            presences.clear();
            chromium.cover(tab);
            int written = 0;
            long end = System.nanoTime() + hidden.toNanos();
            while (System.nanoTime() < end) {
                say(first, conversation, "Message " + ++written);
                Await.pass(Duration.ofSeconds(10));
            }
            int all = written;
            Await.within(Duration.ofSeconds(5), () -> heard.get() == all);
            int whileHidden = heard.get();
            Person second = visitor(loop, server, rest);
            say(second, null, "One more");
            boolean offered = Await.within(Duration.ofSeconds(10), () -> offers.get() > 0);
            Await.within(
                    Duration.ofSeconds(2),
                    () -> tab.page().evaluate("document.title").asText().startsWith("("));
            String title = tab.page().evaluate("document.title").asText();
            String visibility = tab.page().evaluate("document.visibilityState").asText();
            double sleep = tab.page().evaluate(LONGEST_SLEEP).asDouble();
            List<String> changes = List.copyOf(presences);
            tab.toFront();
            boolean shown = Await.within(
                    Duration.ofSeconds(20),
                    () -> tab.page()
                                    .evaluate("document.querySelectorAll('.pw-log .pw-msg').length")
                                    .asInt()
                            == all + 1);
            boolean accepted = Await.within(
                    Duration.ofSeconds(20),
                    () -> tab.page()
                            .evaluate(
                                    "document.querySelector('.pw-offer .go')?.click(), "
                                            + "document.querySelectorAll('.pw-conv').length === 2 && !document.querySelector('.pw-offer')")
                            .asBoolean());
            for (Person person : List.of(first, second, witness)) {
                person.leave();
            }
            return new Seen(
                    hidden,
                    visibility,
                    sleep,
                    sockets.get(),
                    beats.get(),
                    pings.get(),
                    changes,
                    all,
                    whileHidden,
                    offered,
                    title,
                    shown,
                    accepted);
        }
    }

    private static void hearPresence(JsonNode frame, List<String> presences) {
        if (frame.path("type").asText().equals("presence")) {
            presences.add(frame.path("status").asText());
        }
    }

    private static Person visitor(Loop loop, URI server, DeskRest rest) throws Exception {
        return Person.connect(loop, server, "visitor", rest.visitor("globex"), frame -> {});
    }

    private static String say(Person visitor, String conversation, String text) throws Exception {
        return visitor.ask(Json.object(
                        "type",
                        "send",
                        "clientId",
                        "c" + System.nanoTime(),
                        "conversation",
                        conversation,
                        "text",
                        text))
                .path("conversation")
                .asText();
    }
}
