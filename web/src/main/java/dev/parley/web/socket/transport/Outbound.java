package dev.parley.web.socket.transport;

import java.util.ArrayDeque;
import java.util.List;

/**
 * What waits to be written to one socket: at most {@value #MAX_FRAMES} frames or {@value #MAX_BYTES} bytes, one write in flight. Jakarta
 * WebSocket has no back-pressure of its own: without this bound one client that does not read takes the server's memory.
 */
final class Outbound {
    static final int MAX_FRAMES = 200;
    static final int MAX_BYTES = 256 * 1024;

    /** How a frame gets onto the wire. */
    interface Wire {
        /** Begins to write; {@code done} is called once, from any thread, also before this returns. */
        void write(String frame, Done done);
    }

    /** @see Wire */
    interface Done {
        void done(boolean ok);
    }

    private record Entry(String frame, int counted, Runnable written) {}

    private final Wire wire;
    private final Runnable overflow;
    private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
    private int frames;
    private int bytes;
    private boolean writing;
    private boolean broken;

    /** @param overflow called once, when more waits than may */
    Outbound(Wire wire, Runnable overflow) {
        this.wire = wire;
        this.overflow = overflow;
    }

    void offer(String frame, Runnable written) {
        boolean tooMuch;
        synchronized (this) {
            if (broken) return;
            // a char is one to three bytes of UTF-8; twice its length is near enough for a bound on memory
            int size = 2 * frame.length();
            tooMuch = frames >= MAX_FRAMES || bytes + size > MAX_BYTES;
            if (tooMuch) {
                abandon();
            } else {
                waiting.add(new Entry(frame, size, written));
                frames++;
                bytes += size;
            }
        }
        if (tooMuch) overflow.run();
        else pump();
    }

    void offerPage(List<String> page, Runnable written) {
        synchronized (this) {
            if (broken) return;
            for (int i = 0; i < page.size(); i++) {
                waiting.add(new Entry(page.get(i), 0, i == page.size() - 1 ? written : null));
            }
        }
        pump();
    }

    /** Forgets what waits; nothing more is written. */
    synchronized void abandon() {
        broken = true;
        waiting.clear();
        frames = 0;
        bytes = 0;
    }

    private void pump() {
        while (true) {
            Entry next;
            synchronized (this) {
                if (writing || broken || waiting.isEmpty()) return;
                next = waiting.poll();
                writing = true;
            }
            var pass = new Pass(next);
            wire.write(next.frame(), pass);
            // written at once: go on here, not deeper in the stack
            if (!pass.returnedInTime()) return;
        }
    }

    private synchronized void wrote(Entry entry, boolean ok) {
        writing = false;
        if (entry.counted() > 0 && !broken) {
            frames--;
            bytes -= entry.counted();
        }
        if (!ok) abandon();
    }

    /** One write. Whoever comes second, the wire's answer or the return of the call, goes on with the next. */
    private final class Pass implements Done {
        private final Entry entry;
        private boolean answered;
        private boolean returned;

        Pass(Entry entry) {
            this.entry = entry;
        }

        @Override
        public void done(boolean ok) {
            wrote(entry, ok);
            if (ok && entry.written() != null) entry.written().run();
            boolean goOn;
            synchronized (this) {
                answered = true;
                goOn = returned;
            }
            if (goOn) pump();
        }

        synchronized boolean returnedInTime() {
            returned = true;
            return answered;
        }
    }
}
