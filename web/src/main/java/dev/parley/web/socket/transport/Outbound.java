package dev.parley.web.socket.transport;

import java.util.ArrayDeque;
import java.util.List;

/**
 * What waits to be written to one socket: at most {@value #MAX_FRAMES} frames or {@value #MAX_BYTES} bytes, one write in flight. Jakarta
 * WebSocket has no back-pressure of its own: without this bound one client that does not read takes the server's memory.
 *
 * <p>A container says "written" of what it and the kernel only keep (Grizzly up to four times the socket's buffer: 16 MiB). So once
 * {@value #MAX_UNHEARD} bytes were written since the client last said anything, it is asked for a sign of life, and the rest waits for
 * that; a client that reads gives it at once, one that does not fills what may wait.
 */
final class Outbound {
    static final int MAX_FRAMES = 200;
    static final int MAX_BYTES = 256 * 1024;
    static final int MAX_UNHEARD = 1024 * 1024;

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
    private final Entry probe;
    private final Runnable overflow;
    private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
    private int frames;
    private int bytes;
    private int unheard;
    private boolean asked;
    private boolean writing;
    private boolean broken;

    /** @param probe a frame that every client answers @param overflow called once, when more waits than may */
    Outbound(Wire wire, String probe, Runnable overflow) {
        this.wire = wire;
        this.probe = new Entry(probe, 0, null);
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

    /** The client said something: it has read what was written before, or most of it. */
    void heard() {
        boolean held;
        synchronized (this) {
            unheard = 0;
            held = asked;
            asked = false;
        }
        if (held) pump();
    }

    private void pump() {
        while (true) {
            Entry next;
            synchronized (this) {
                if (writing || broken || asked || waiting.isEmpty()) return;
                next = waiting.poll();
                writing = true;
                count(next);
            }
            var pass = new Pass(next);
            wire.write(next.frame(), pass);
            // written at once: go on here, not deeper in the stack
            if (!pass.returnedInTime()) return;
        }
    }

    private void count(Entry next) {
        asked = next == probe;
        unheard += 2 * next.frame().length();
        if (unheard > MAX_UNHEARD && !asked) waiting.addFirst(probe);
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
