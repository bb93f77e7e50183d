package dev.parley.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.Await;
import dev.parley.bench.browser.Chromium;
import dev.parley.bench.browser.Document;
import dev.parley.bench.browser.Tab;
import dev.parley.bench.browser.Trace;
import dev.parley.bench.browser.Traffic;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** One visitor's window on a customer's page; what each step costs is told by that step. */
final class WidgetVisit implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    /** From the corner of the window to the middle of the launcher, as it stands by default. */
    private static final int FROM_CORNER = 54;
    /** After a step, for whatever it set going and did not wait for. */
    private static final Duration REST = Duration.ofSeconds(1);

    private static final int LETTERS = 12;
    /** By which the trace tells the two main threads from others. */
    private static final String PAGE = "bench:page";

    private static final String FRAME = "bench:frame";

    /**
     * Moments are wall times, so that those of the page and of the frame can be compared. In the frame it takes the way to a new
     * conversation at once, as no hand can; the composer counts when it has the focus, can be written into and has been drawn.
     */
    private static final String STOP_WATCH = """
            (() => {
                const watch = (window.watch = { shift: 0 });
                const now = () => performance.timeOrigin + performance.now();
                new PerformanceObserver((list) => list.getEntries().forEach((entry) => (watch.shift += entry.value)))
                    .observe({ type: 'layout-shift', buffered: true });
                addEventListener('click', (event) => (watch.click ??= performance.timeOrigin + event.timeStamp), true);
                if (top === window) return;
                const drawn = (then) => requestAnimationFrame(() => {
                    const after = new MessageChannel();
                    after.port1.onmessage = then;
                    after.port2.postMessage(0);
                });
                const look = () => {
                    const way = document.querySelector('.tile.go');
                    if (way && !watch.home && innerWidth) {
                        watch.home = now();
                        // in a task of its own, as a visitor's click
                        setTimeout(() => way.click());
                    }
                    const field = document.activeElement;
                    if (!watch.writing && field?.localName === 'textarea' && !field.disabled && !field.readOnly) {
                        watch.writing = true;
                        drawn(() => (watch.composer = now()));
                    }
                };
                addEventListener('focusin', look);
                addEventListener('resize', look);
                new MutationObserver(look).observe(document, { childList: true, subtree: true });
            })();
            """;

    /**
     * What one step cost.
     *
     * @param fetched from Parley
     * @param page main thread of the customer's page, @param frame of the widget's frame, each in a process of its own
     */
    record Step(List<Traffic.Fetched> fetched, MainThread page, MainThread frame) {
        long bytes() {
            return fetched.stream().mapToLong(Traffic.Fetched::bytes).sum();
        }
    }

    /** Milliseconds from the click on the launcher until the way to a conversation is there, and until it can be written. */
    record Opening(double home, double composer) {}

    @FunctionalInterface
    interface Act {
        void run() throws Exception;
    }

    /** Lets an agent answer what the visitor sent. */
    @FunctionalInterface
    interface Answer {
        void to(String words) throws Exception;
    }

    private final Chromium chromium;
    private final URI address;
    private final Tab tab;
    private final Traffic traffic;

    /**
     * Somebody who was never here.
     *
     * @param slow how many times slower the processor is made
     * @param latencyMillis that each round trip takes longer
     */
    WidgetVisit(Chromium chromium, URI address, URI server, double slow, int latencyMillis) {
        this.chromium = chromium;
        this.address = address;
        traffic = new Traffic(server.getScheme() + "://" + server.getAuthority());
        tab = chromium.newPerson(WIDTH, HEIGHT);
        tab.focus();
        tab.listen(traffic::hear);
        tab.tellOfNetwork();
        tab.beforeEveryDocument(STOP_WATCH);
        if (latencyMillis > 0) {
            tab.line(latencyMillis, -1);
        }
        tab.slowProcessor(slow);
    }

    /** Comes to the page, or comes again, and looks around for a moment; whoever comes again finds nothing of an earlier intent. */
    Step arrive() throws Exception {
        return step(() -> {
            tab.go(address);
            if (address.getPath().equals("/widget")) {
                tab.page().await("!!document.querySelector('parley-chat')");
            }
        });
    }

    /** Forgets on this page that somebody opened the widget, so that the next visit fetches nothing before it is opened again. */
    void forgetIntent() {
        tab.page().evaluate("localStorage.clear()");
    }

    /** Clicks on the launcher and waits until the visitor can write. */
    Step open() throws Exception {
        return step(() -> {
            JsonNode window = tab.page().evaluate("[innerWidth, innerHeight]");
            tab.click(window.get(0).asInt() - FROM_CORNER, window.get(1).asInt() - FROM_CORNER);
            Await.until("the widget's frame is there", Duration.ofSeconds(90), tab::hasFrame);
            frame().await("!!window.watch?.composer");
        });
    }

    /** How long {@link #open} took. */
    Opening opening() {
        double click = tab.page().evaluate("watch.click").asDouble();
        JsonNode frame = frame().evaluate("[watch.home, watch.composer]");
        return new Opening(frame.get(0).asDouble() - click, frame.get(1).asDouble() - click);
    }

    /** Writes and sends messages and reads an answer to each. */
    Step chat(int messages, Random chance, Answer answer) throws Exception {
        return step(() -> {
            for (int i = 0; i < messages; i++) {
                int shown = frame().evaluate("document.querySelectorAll('.b').length")
                        .asInt();
                for (int letter = 0; letter < LETTERS; letter++) {
                    tab.press((char) ('a' + chance.nextInt(26)));
                    Await.pass(Duration.ofMillis(60 + chance.nextInt(40)));
                }
                frame().await("document.querySelector('textarea').value.length === " + LETTERS);
                String words = frame().evaluate("document.querySelector('textarea').value")
                        .asText();
                frame().evaluate("document.querySelector('button.send').click()");
                frame().await("!!document.querySelector('.m.me.last .meta')");
                answer.to(words);
                frame().await("document.querySelectorAll('.b').length >= " + (shown + 2));
            }
        });
    }

    private Step step(Act act) throws Exception {
        traffic.take();
        Trace trace = chromium.trace();
        act.run();
        Await.pass(REST);
        tab.page().evaluate("performance.mark('" + PAGE + "')");
        if (tab.hasFrame()) {
            frame().evaluate("performance.mark('" + FRAME + "')");
        }
        List<JsonNode> events = trace.stop();
        return new Step(traffic.take(), MainThread.of(events, PAGE), MainThread.of(events, FRAME));
    }

    private Document frame() {
        return tab.frame();
    }

    /** Cumulative layout shift of the customer's page, all of it: also what follows upon a click. */
    double shift() {
        return tab.page().evaluate("watch.shift").asDouble();
    }

    @Override
    public void close() {
        tab.close();
    }
}
