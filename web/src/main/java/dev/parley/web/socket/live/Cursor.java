package dev.parley.web.socket.live;

import dev.parley.conversation.Message;
import dev.parley.web.socket.transport.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How far one session has been told one conversation. Rows leave in the order of seq, each once: what comes early waits for a replay from
 * the database that closes the gap, what comes late was told already. While a replay runs live rows are only noted; the replay ends when it
 * has told them.
 */
final class Cursor {
    /** Characters of one page of a replay; a page always has at least one row. */
    private static final int PAGE_CHARS = 96 * 1024;
    /** Rows that are read for one page; where fewer come, there were no more. */
    static final int PAGE_ROWS = 50;

    private final long conversationId;
    private final String conversation;
    private final Connection out;
    private final Consumer<Cursor> replay;
    private final TreeMap<Long, String> receipts = new TreeMap<>();
    private final Set<String> expected = new HashSet<>();
    private long told;
    private long newest;
    /** What was the newest when the page that is under way was asked for. */
    private long asked;

    private boolean replaying;
    /** Whether it is followed as the session's agent takes part in it, not only to look at it. */
    private volatile boolean inHand;
    /** Whether the replay has come to a row of the session's own whose receipt is on its way. */
    private boolean awaiting;
    /** Whether the session follows no longer: only receipts leave. */
    private boolean left;

    /** @param told the seq up to which the session knows everything @param replay begins to close a gap, on another thread */
    Cursor(long conversationId, String conversation, long told, Connection out, Consumer<Cursor> replay) {
        this.conversationId = conversationId;
        this.conversation = conversation;
        this.told = told;
        this.newest = told;
        this.asked = told;
        this.out = out;
        this.replay = replay;
    }

    long conversationId() {
        return conversationId;
    }

    String conversation() {
        return conversation;
    }

    synchronized long told() {
        return told;
    }

    void inHand(boolean takesPart) {
        inHand = takesPart;
    }

    boolean inHand() {
        return inHand;
    }

    /** A page of the replay is about to be read. @return the seq behind which it begins */
    synchronized long asking() {
        asked = newest;
        return told;
    }

    /** A row was stored. */
    synchronized void message(long seq, String frame, Runnable written) {
        newest = Math.max(newest, seq);
        if (left || replaying || seq <= told) return;
        if (seq == told + 1) {
            told = seq;
            out.send(frame, written);
        } else {
            beginReplay();
        }
    }

    /** Another node stored a row, or this one and nobody said so: there is one, to be read. @return whether that was not known */
    synchronized boolean elsewhere(long seq) {
        boolean news = seq > newest;
        newest = Math.max(newest, seq);
        if (!left && !replaying && seq > told) beginReplay();
        return news;
    }

    /** The session is about to send this: it gets a receipt for it, and never the message itself. */
    synchronized void expect(String clientId) {
        expected.add(clientId);
    }

    /** What the session sent was stored, or had been before. */
    synchronized void receipt(long seq, String clientId, String frame) {
        expected.remove(clientId);
        newest = Math.max(newest, seq);
        if (left || seq <= told) {
            out.send(frame);
        } else if (!replaying && seq == told + 1) {
            told = seq;
            out.send(frame);
        } else {
            receipts.put(seq, frame);
            if (!replaying) beginReplay();
        }
        goOn();
    }

    /** What the session sent was not stored, or in another conversation. */
    synchronized void failed(String clientId) {
        if (expected.remove(clientId)) goOn();
    }

    private void goOn() {
        if (!awaiting) return;
        awaiting = false;
        replay.accept(this);
    }

    /** As one that tells nothing before {@link #release()}; {@code head} is where the conversation is now. */
    synchronized Cursor held(long head) {
        newest = Math.max(newest, head);
        replaying = true;
        return this;
    }

    /**
     * Tells a page of the replay. It halts at a row of the session's own until the receipt is here, which tells it better. What should be there
     * and cannot be read ends it: the next row or look begins another.
     *
     * @param rows what follows {@link #asking()}, in order, at most {@value #PAGE_ROWS}
     * @param written runs when the page is on the wire, and before the next one is read
     * @return whether the replay goes on; with a page on its way it does until that is written
     */
    synchronized boolean page(List<Message> rows, Runnable written) {
        if (left) return false;
        var frames = new ArrayList<String>();
        int chars = 0;
        for (Message row : rows) {
            if (row.seq() != told + 1 || chars > PAGE_CHARS) break;
            String receipt = receipts.remove(row.seq());
            if (receipt == null && expected.contains(row.clientId())) {
                awaiting = frames.isEmpty();
                break;
            }
            String frame = receipt != null ? receipt : Frames.message(row);
            told = row.seq();
            frames.add(frame);
            chars += frame.length();
        }
        if (awaiting) return true;
        if (frames.isEmpty()) return next(newest > told && newest > asked);
        boolean mayBeMore =
                rows.size() >= PAGE_ROWS || rows.get(rows.size() - 1).seq() > told;
        out.sendPage(frames, () -> {
            try {
                written.run();
            } finally {
                wrote(mayBeMore);
            }
        });
        return true;
    }

    private synchronized void wrote(boolean mayBeMore) {
        if (!left) next(mayBeMore || newest > told);
    }

    private boolean next(boolean more) {
        if (more) replay.accept(this);
        else end();
        return more;
    }

    /** The welcome is sent: from now on rows may follow it; what is missing already is replayed. */
    synchronized void release() {
        if (newest > told) replay.accept(this);
        else replaying = false;
    }

    /** The session follows no longer; a replay under way goes no further. @return the seq up to which the session was told */
    synchronized long leave() {
        left = true;
        end();
        return told;
    }

    /** The database did not answer: the client learns of the gap by the next beat and asks itself. */
    synchronized void giveUp() {
        end();
    }

    private void end() {
        replaying = false;
        awaiting = false;
        receipts.values().forEach(out::send);
        receipts.clear();
    }

    private void beginReplay() {
        replaying = true;
        replay.accept(this);
    }
}
