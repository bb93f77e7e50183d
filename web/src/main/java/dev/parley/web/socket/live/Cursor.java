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

    private final long conversationId;
    private final String conversation;
    private final Connection out;
    private final Consumer<Cursor> replay;
    private final TreeMap<Long, String> receipts = new TreeMap<>();
    private final Set<String> expected = new HashSet<>();
    private long told;
    private long newest;
    private boolean replaying;

    /** @param told the seq up to which the session knows everything @param replay begins to close a gap, on another thread */
    Cursor(long conversationId, String conversation, long told, Connection out, Consumer<Cursor> replay) {
        this.conversationId = conversationId;
        this.conversation = conversation;
        this.told = told;
        this.newest = told;
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

    /** A row was stored. */
    synchronized void message(long seq, String frame, Runnable written) {
        newest = Math.max(newest, seq);
        if (replaying || seq <= told) return;
        if (seq == told + 1) {
            told = seq;
            out.send(frame, written);
        } else {
            beginReplay();
        }
    }

    /** The session is about to send this: it gets a receipt for it, and never the message itself. */
    synchronized void expect(String clientId) {
        expected.add(clientId);
    }

    /** What the session sent was stored, or had been before. */
    synchronized void receipt(long seq, String clientId, String frame) {
        newest = Math.max(newest, seq);
        if (seq <= told) {
            expected.remove(clientId);
            out.send(frame);
        } else if (!replaying && seq == told + 1) {
            expected.remove(clientId);
            told = seq;
            out.send(frame);
        } else {
            receipts.put(seq, frame);
            if (!replaying) beginReplay();
        }
    }

    /** What the session sent was not stored. */
    synchronized void failed(String clientId) {
        expected.remove(clientId);
    }

    /** As one that tells nothing before {@link #release()}; {@code head} is where the conversation is now. */
    synchronized Cursor held(long head) {
        newest = Math.max(newest, head);
        replaying = true;
        return this;
    }

    /**
     * Tells a page of the replay.
     *
     * @param rows what follows {@link #told()}, in order
     * @param written runs when the page is on the wire
     * @return whether there was anything to tell; if not, the replay has ended
     */
    synchronized boolean page(List<Message> rows, Runnable written) {
        var frames = new ArrayList<String>();
        int chars = 0;
        for (Message row : rows) {
            if (row.seq() != told + 1 || chars > PAGE_CHARS) break;
            String receipt = receipts.remove(row.seq());
            String frame = receipt != null ? receipt : expected.remove(row.clientId()) ? null : Frames.message(row);
            told = row.seq();
            if (frame == null) continue;
            frames.add(frame);
            chars += frame.length();
        }
        boolean more = !rows.isEmpty() || newest > told;
        if (more) {
            out.sendPage(frames, written);
        } else {
            replaying = false;
            receipts.headMap(told, true).values().forEach(out::send);
            receipts.clear();
        }
        return more;
    }

    /** The welcome is sent: from now on rows may follow it; what is missing already is replayed. */
    synchronized void release() {
        if (newest > told) replay.accept(this);
        else replaying = false;
    }

    /** The database did not answer: the client learns of the gap by the next beat and asks itself. */
    synchronized void giveUp() {
        replaying = false;
    }

    private void beginReplay() {
        replaying = true;
        replay.accept(this);
    }
}
