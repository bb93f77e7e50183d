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

/**
 * An agent's console behind another tab for minutes, until its timers run once a minute, by Chromium's own doing and then as
 * harshly as can be: the agent must stay available, hear what visitors write and be offered what comes, because beats are
 * answered where they are heard. The company is Globex.
 */
public final class HiddenTab implements Program {
    private static final String AGENT = "agent@globex.example";
    private static final String WITNESS = "admin@globex.example";
    /** Of a timer set to one second: what shows that it slept, and not merely waited its turn. */
    private static final double ASLEEP_SECONDS = 30;

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private static final String TIMER = """
            window.ticks = [performance.now()];
            setInterval(() => ticks.push(performance.now()), 1000);
            """;
    private static final String LONGEST_SLEEP =
            "Math.max(...ticks.map((tick, i) => (ticks[i + 1] ?? performance.now()) - tick)) / 1000";

    @Override
    public void run(Options options, Report report) throws Exception {
        Duration hidden = Duration.ofMinutes(options.number("minutes", 8));
        Duration harsh = Duration.ofMinutes(options.number("harsh", 6));
        Path home = options.home();
        options.refuseOthers();
        try (ParleyServer server = ParleyServer.embedded(home).start()) {
            hide(server.address(), hidden, Sleep.CHROMIUM).tell(report);
            hide(server.address(), harsh, Sleep.HARSH).tell(report);
        }
    }

    /** What was seen. Frames are those of the console's own socket. */
    record Seen(
            Sleep sleep,
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

        private String name() {
            return sleep == Sleep.CHROMIUM ? "timers as Chromium lets them" : "timers once a minute";
        }

        void tell(Report report) {
            report.table("A console behind another tab, " + name(), "what", "figure")
                    .row("hidden, s", hidden.toSeconds())
                    .row("longest pause of a timer of one second, s", longestSleep)
                    .row("beats heard / pings sent", beats + " / " + pings)
                    .row("messages written / heard while hidden", written + " / " + heard)
                    .row("title after the offer", title);
            report.check(
                    name() + ": the page is hidden and its timers sleep",
                    visibility.equals("hidden") && longestSleep > ASLEEP_SECONDS,
                    visibility + ", " + Report.figure(longestSleep) + " s");
            report.check(name() + ": the socket stays the same", sockets == 0, sockets + " new ones");
            report.check(name() + ": every beat is answered", beats > 0 && pings >= beats, pings + " of " + beats);
            report.check(
                    name() + ": presence stays: nobody hears of a change", presences.isEmpty(), presences.toString());
            report.check(name() + ": every message is heard while hidden", heard == written, heard + " of " + written);
            report.check(name() + ": an offer comes, and the title counts it", offered && title.startsWith("("), title);
            report.check(
                    name() + ": back in front all messages are there, and the offer is accepted",
                    shown && accepted,
                    "");
        }
    }

    /** Does it on a running server. */
    static Seen hide(URI server, Duration hidden, Sleep sleep) throws Exception {
        DeskRest rest = new DeskRest(server);
        List<String> presences = new CopyOnWriteArrayList<>();
        ConsoleEar ear = new ConsoleEar();
        try (Loop loop = new Loop();
                Chromium chromium = sleep.start(hidden);
                ConsolePage console = ConsolePage.signInSilently(chromium, server, AGENT, sleep.script)) {
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
            tab.listen(ear);
            tab.tellOfNetwork();
            tab.page().evaluate(TIMER);
            presences.clear();
            chromium.cover(tab);
            int written = writeWhile(first, conversation, tab, hidden, sleep);
            say(first, conversation, "Message " + written);
            Await.within(Duration.ofSeconds(5), () -> ear.heard.get() == written);
            int whileHidden = ear.heard.get();
            Person second = visitor(loop, server, rest);
            String offer = say(second, null, "One more");
            boolean offered = Await.within(Duration.ofSeconds(10), () -> ear.offers.get() > 0);
            Await.within(
                    Duration.ofSeconds(2),
                    () -> tab.page().evaluate("document.title").asText().startsWith("("));
            String title = tab.page().evaluate("document.title").asText();
            String visibility = tab.page().evaluate("document.visibilityState").asText();
            double pause = tab.page().evaluate(LONGEST_SLEEP).asDouble();
            List<String> changes = List.copyOf(presences);
            tab.toFront();
            boolean shown = Await.within(
                    Duration.ofSeconds(20),
                    () -> tab.page()
                                    .evaluate("document.querySelectorAll('.pw-log .pw-msg').length")
                                    .asInt()
                            == written + 1);
            boolean accepted = Await.within(
                    Duration.ofSeconds(20),
                    () -> tab.page()
                            .evaluate(
                                    "document.querySelector('.pw-offer .go')?.click(), "
                                            + "document.querySelectorAll('.pw-conv').length === 2 && !document.querySelector('.pw-offer')")
                            .asBoolean());
            for (String done : List.of(conversation, offer)) {
                witness.ask(Json.object("type", "close", "conversation", done));
            }
            for (Person person : List.of(first, second, witness)) {
                person.leave();
            }
            return new Seen(
                    sleep,
                    hidden,
                    visibility,
                    pause,
                    ear.sockets.get(),
                    ear.beats.get(),
                    ear.pings.get(),
                    changes,
                    written,
                    whileHidden,
                    offered,
                    title,
                    shown,
                    accepted);
        }
    }

    /** Lets the time pass, writing every ten seconds until it shall be quiet; how many messages that makes with one at the end. */
    private static int writeWhile(Person visitor, String conversation, Tab tab, Duration time, Sleep sleep)
            throws Exception {
        int written = 0;
        long begin = System.nanoTime();
        long minutes = 0;
        for (long passed = 0; passed < time.toNanos(); passed = System.nanoTime() - begin) {
            if (passed < time.minus(sleep.quiet).toNanos()) {
                say(visitor, conversation, "Message " + ++written);
            }
            Await.pass(EVERY);
            if ((System.nanoTime() - begin) / MINUTE > minutes) {
                minutes++;
                sleep.minute(tab.page());
            }
        }
        return written + 1;
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
