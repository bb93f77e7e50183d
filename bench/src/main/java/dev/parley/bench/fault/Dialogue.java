package dev.parley.bench.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;

/** One client's side of one conversation: what it knows of it and what it still wants to say. Lives on the loop's thread. */
final class Dialogue {
    /** A message that waits for its answer. */
    static final class Draft {
        final String clientId;
        final String text;
        int attempts;

        Draft(String clientId, String text) {
            this.clientId = clientId;
            this.text = text;
        }
    }

    private final TreeSet<Long> beyondGap = new TreeSet<>();
    private long head;

    /** Null until the server has named it. */
    String conversation;

    final Deque<Draft> outbox = new ArrayDeque<>();
    boolean inFlight;
    boolean fetching;
    boolean followed;
    long turn;

    Dialogue(String conversation) {
        this.conversation = conversation;
    }

    /** Everything up to here is known, without a gap. */
    long head() {
        return head;
    }

    void know(long seq) {
        if (seq > head) {
            beyondGap.add(seq);
        }
        while (beyondGap.remove(head + 1)) {
            head++;
        }
    }

    boolean hasGap() {
        return !beyondGap.isEmpty();
    }
}
