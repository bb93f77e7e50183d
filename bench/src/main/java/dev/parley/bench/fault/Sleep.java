package dev.parley.bench.fault;

import dev.parley.bench.browser.Chromium;
import dev.parley.bench.browser.Document;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** What a browser does to the timers of a page that nobody sees. */
enum Sleep {
    /**
     * Chromium's own doing: once a second, and after five minutes once a minute. An open socket is no exemption (since Chromium
     * 88), but a page that changes its title has its timers run once a second again for three seconds, as this console does
     * upon each message: so nobody writes for the last minutes.
     */
    CHROMIUM(Duration.ofSeconds(135), "") {
        @Override
        Chromium start(Duration hidden) throws IOException, TimeoutException {
            // a shorter run shortens the five minutes
            return hidden.compareTo(GRACE.plus(quiet)) >= 0
                    ? Chromium.start()
                    : Chromium.start("--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/5");
        }

        @Override
        void minute(Document page) {
            // Chromium has a clock of its own
        }
    },

    /**
     * The harshest that a browser may do, whatever the page does meanwhile: no timer at all, however short or old, but once a
     * minute all that are due.
     */
    HARSH(Duration.ZERO, """
            (() => {
                const due = new Map();
                for (const kind of ['Timeout', 'Interval']) {
                    const set = window['set' + kind].bind(window);
                    const clear = window['clear' + kind].bind(window);
                    window['set' + kind] = (act, wait, ...given) => {
                        const id = set(() => (document.hidden ? due.set(id, () => act(...given)) : act(...given)), wait);
                        return id;
                    };
                    window['clear' + kind] = (id) => {
                        due.delete(id);
                        clear(id);
                    };
                }
                window.wake = () => [...due].forEach(([id, act]) => queueMicrotask(() => due.delete(id) && act()));
                document.addEventListener('visibilitychange', () => document.hidden || wake());
            })();
            """) {
        @Override
        Chromium start(Duration hidden) throws IOException, TimeoutException {
            return Chromium.start();
        }

        @Override
        void minute(Document page) {
            page.evaluate("wake()");
        }
    };

    private static final Duration GRACE = Duration.ofMinutes(5);

    /** At the end of the time, when nobody writes. */
    final Duration quiet;

    /** Runs in the page before its own scripts. */
    final String script;

    Sleep(Duration quiet, String script) {
        this.quiet = quiet;
        this.script = script;
    }

    /** A browser that does so to a page hidden this long. */
    abstract Chromium start(Duration hidden) throws IOException, TimeoutException;

    /** Another minute has passed while the page is hidden. */
    abstract void minute(Document page);
}
