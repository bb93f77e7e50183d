package dev.parley.bench.routing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * Nobody waits unasked for more than two seconds while, without a pause, some agent is there whom it may be offered to. Who is meant need not
 * be the same agent all the time.
 */
final class WaitRule extends Rule {
    static final long BOUND = 2_000_000;

    private final Map<Long, Long> since = new HashMap<>();
    private final Set<Long> told = new HashSet<>();
    private final Histogram lengths = new Histogram(3);
    private long worst;
    private String worstPlace = "";

    WaitRule() {
        super("nobody waits unasked for more than 2 s while somebody free could be asked");
    }

    @Override
    void after(Desk desk, Commit commit) {
        look(desk, commit.at());
    }

    @Override
    void tick(Desk desk, long at) {
        look(desk, at);
    }

    private void look(Desk desk, long at) {
        List<Agent> free = desk.free(at);
        Set<Long> inVain = new HashSet<>();
        if (!free.isEmpty()) {
            for (Chat chat : desk.chats.values()) {
                Agent somebody = chat.unasked() ? whoever(desk, free, chat, at) : null;
                if (somebody != null) {
                    inVain.add(chat.id);
                    lasts(chat, somebody, since.computeIfAbsent(chat.id, id -> at), at);
                }
            }
        }
        since.entrySet().removeIf(one -> {
            boolean over = !inVain.contains(one.getKey());
            if (over) {
                lengths.recordValue(Math.max(0, at - one.getValue()));
                told.remove(one.getKey());
            }
            return over;
        });
    }

    private static Agent whoever(Desk desk, List<Agent> free, Chat chat, long at) {
        for (Agent agent : free) {
            if (desk.suits(agent, chat, at)) {
                return agent;
            }
        }
        return null;
    }

    private void lasts(Chat chat, Agent somebody, long begin, long at) {
        long length = at - begin;
        if (length > worst) {
            worst = length;
            worstPlace = chat + " from " + begin + ", while " + somebody + " is free";
        }
        if (length > BOUND && told.add(chat.id)) {
            broken(
                    at,
                    chat + " from " + begin + " to at least " + at + ", while " + somebody + " is free",
                    List.of(chat.id),
                    List.of(somebody.id));
        }
    }

    /** So long the longest of those who wait in vain has done so by then, microseconds. */
    long longestNow(long at) {
        return since.values().stream().mapToLong(begin -> at - begin).max().orElse(0);
    }

    /** How long it took each time, microseconds. */
    Histogram lengths() {
        return lengths;
    }

    long worst() {
        return worst;
    }

    String worstPlace() {
        return worstPlace;
    }
}
