package dev.parley.bench.measure;

import dev.parley.bench.Await;
import dev.parley.bench.browser.Chromium;
import dev.parley.bench.browser.Document;
import dev.parley.bench.browser.Tab;
import dev.parley.bench.client.DeskRest;
import dev.parley.bench.client.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;

/** An agent's console in a window of its own, in which keys are pressed and panes scrolled while a stop-watch runs. */
public final class ConsolePage implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    /** Within the list, and within the conversation. */
    private static final int LIST_X = 180;

    private static final int TALK_X = 640;
    private static final int MIDDLE = 450;
    private static final int PIXELS_PER_SECOND = 2_000;

    /**
     * A key's delay goes from when the browser got it to behind the next paint: a message posted in a frame's callback is
     * heard once the frame is drawn. A frame's moment is the one that all its callbacks are given.
     */
    private static final String STOP_WATCH = """
            window.watch = { keys: [], frames: [] };
            addEventListener('keydown', (event) => requestAnimationFrame(() => {
                const after = new MessageChannel();
                after.port1.onmessage = () => watch.keys.push(performance.now() - event.timeStamp);
                after.port2.postMessage(0);
            }), true);
            watch.run = () => {
                const frames = (watch.frames = []);
                const tick = (now) => {
                    if (watch.frames !== frames) return;
                    frames.push(now);
                    requestAnimationFrame(tick);
                };
                requestAnimationFrame(tick);
            };
            watch.stop = () => { const { frames } = watch; watch.frames = []; return frames; };
            watch.take = () => watch.keys.splice(0);
            """;

    private final Tab tab;
    private final Document page;

    private ConsolePage(Tab tab) {
        this.tab = tab;
        this.page = tab.page();
    }

    /** Signs a demo account in and comes to its console, online; the page believes that it always has the focus. */
    public static ConsolePage signIn(Chromium chromium, URI server, String email) throws TimeoutException {
        ConsolePage console = signIn(chromium.newPerson(WIDTH, HEIGHT), server, email);
        console.tab.focus();
        return console;
    }

    /**
     * The same, in a window that can be hidden, and without sound: Chromium spares the timers of a page that is heard.
     *
     * @param script runs before every document's own, may be empty
     */
    public static ConsolePage signInSilently(Chromium chromium, URI server, String email, String script)
            throws TimeoutException {
        Tab tab = chromium.newPerson(WIDTH, HEIGHT);
        tab.beforeEveryDocument("try { localStorage.setItem('parley:sound', 'off'); } catch (none) { }\n" + script);
        return signIn(tab, server, email);
    }

    private static ConsolePage signIn(Tab tab, URI server, String email) throws TimeoutException {
        tab.go(server.resolve("/login?next=/console"));
        Document page = tab.page();
        page.evaluate("""
                document.getElementById('email').value = %s;
                document.getElementById('password').value = %s;
                document.querySelector('#signIn button[type=submit], #signIn button').click();
                """.formatted(Json.text(email), Json.text(DeskRest.DEMO_PASSWORD)));
        page.await("location.pathname === '/console' && document.readyState === 'complete'");
        page.await("document.querySelector('.pw-presence select')?.disabled === false");
        page.evaluate(STOP_WATCH);
        return new ConsolePage(tab);
    }

    public Tab tab() {
        return tab;
    }

    /** Waits until so many conversations are listed. */
    public void awaitListed(int count) throws TimeoutException {
        page.await(
                "[...document.querySelectorAll('.pw-group span')].reduce((sum, group) => sum + +group.textContent, 0) === "
                        + count);
    }

    /** The last words of each conversation in the list, gone through from its beginning to its end: only what is in sight is there. */
    List<String> lastWords() {
        List<String> words = new ArrayList<>();
        page.evaluate("""
                (async () => {
                    const list = document.querySelector('.pw-rows');
                    const found = new Map();
                    for (let at = 0; at < list.scrollHeight; at += list.clientHeight / 2) {
                        list.scrollTop = at;
                        await new Promise((drawn) => setTimeout(drawn, 100));
                        for (const row of document.querySelectorAll('.pw-conv'))
                            found.set(Math.round(list.scrollTop + row.getBoundingClientRect().top), row.querySelector('.last').textContent);
                    }
                    list.scrollTop = 0;
                    return [...found.values()];
                })()""").forEach(line -> words.add(line.asText()));
        return words;
    }

    /** Brings a conversation about this place of the list to the front, and waits until its words are there. */
    public void show(int place) throws TimeoutException {
        page.await("""
                (() => {
                    const list = document.querySelector('.pw-rows');
                    const first = document.querySelector('.pw-conv');
                    list.scrollTop = %d * first?.offsetHeight;
                    const middle = list.getBoundingClientRect().top + list.clientHeight / 2;
                    const row = [...document.querySelectorAll('.pw-conv')].find((one) => one.getBoundingClientRect().bottom > Math.min(middle, list.scrollHeight));
                    (row ?? first)?.click();
                    return !!row || !!first;
                })()""".formatted(place));
        page.await(
                "document.querySelectorAll('.pw-log .pw-msg').length > 0 && !!document.querySelector('.pw-composer textarea')");
    }

    /** Types letters as a person does, some twelve a second; the delay of each. */
    Times type(int keys, Random chance) throws TimeoutException {
        page.evaluate("document.querySelector('.pw-composer textarea').focus(); watch.take()");
        for (int i = 0; i < keys; i++) {
            tab.press((char) ('a' + chance.nextInt(26)));
            Await.pass(Duration.ofMillis(60 + chance.nextInt(40)));
        }
        page.await("watch.keys.length >= " + keys);
        Times times = Times.of(page.evaluate("watch.take()"));
        String typed = page.evaluate("document.querySelector('.pw-composer textarea').value")
                .asText();
        if (typed.length() != keys) {
            throw new IllegalStateException(typed.length() + " letters arrived of " + keys);
        }
        page.evaluate("""
                (() => {
                    const field = document.querySelector('.pw-composer textarea');
                    field.value = '';
                    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                })()""");
        return times;
    }

    /** Scrolls the list down and up again; the time of each frame. */
    Times scrollList() {
        return scroll(LIST_X);
    }

    /** Scrolls the conversation up and down again; the time of each frame. */
    Times scrollTalk() {
        return scroll(TALK_X);
    }

    private Times scroll(int x) {
        page.evaluate("watch.run()");
        int first = x == TALK_X ? -1 : 1;
        for (int way : new int[] {first, -first}) {
            tab.scroll(x, MIDDLE, way * PIXELS_PER_SECOND * 2, PIXELS_PER_SECOND);
        }
        return Times.between(page.evaluate("watch.stop()"));
    }

    /** How far down the list is scrolled now, in pixels. */
    double listAt() {
        return page.evaluate("document.querySelector('.pw-rows').scrollTop").asDouble();
    }

    long liveHeapBytes() {
        return page.liveHeapBytes();
    }

    Map<String, Double> counters() {
        return page.counters();
    }

    @Override
    public void close() {
        tab.close();
    }
}
