package dev.parley.bench.routing;

import dev.parley.bench.routing.Commit.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Every offer is told to its agent within two seconds after its commit, if the agent had a socket so long. An offer that ended before that
 * need not have been told.
 */
final class Deliveries extends Rule {
    static final long BOUND = 2_000_000;

    private final Hearing hearing;
    private final Map<Long, Made> open = new HashMap<>();
    private final Histogram delays = new Histogram(3);
    private long untold;
    private long unreachable;

    private record Made(Offer offer, String agent, String conversation) {}

    Deliveries(Hearing hearing) {
        super("every offer is told to its agent's socket within 2 s");
        this.hearing = hearing;
    }

    @Override
    void after(Desk desk, Commit commit) {
        for (Change change : commit.changes()) {
            if (!change.table().equals("offer")) {
                continue;
            }
            Chat chat = desk.chats.get(change.key(1));
            Offer offer = chat == null ? null : chat.offers.get(change.key(0));
            if (offer != null) {
                String agent = desk.agents.get(offer.agent()).publicId;
                open.putIfAbsent(offer.id(), new Made(offer, agent, chat.publicId));
            } else {
                Made made = open.remove(change.key(0));
                if (made != null) {
                    look(made, commit.at());
                }
            }
        }
    }

    /** The history is over: what is still open has been open until then. */
    void end(long at) {
        open.values().forEach(made -> look(made, at));
        open.clear();
    }

    private void look(Made made, long ended) {
        long from = made.offer().made();
        long told = hearing.firstTold(made.agent(), made.conversation(), from, ended + BOUND);
        boolean there = hearing.heardAllOf(made.agent(), from, Math.min(ended, from + BOUND));
        if (!there) {
            unreachable++;
        } else if (told >= 0) {
            delays.recordValue(told - from);
        }
        boolean late = told < 0 ? ended - from > BOUND : told - from > BOUND;
        if (there && late) {
            broken(
                    ended,
                    made + ", ended at " + ended + ", was told "
                            + (told < 0 ? "never" : "after " + (told - from) + " us"),
                    List.of(made.offer().chat()),
                    List.of(made.offer().agent()));
        } else if (there && told < 0) {
            untold++;
        }
    }

    /** From the commit to the frame, microseconds. */
    Histogram delays() {
        return delays;
    }

    /** How many offers ended before they were told, within the bound. */
    long untold() {
        return untold;
    }

    /** How many offers were made to agents who had no socket by then, or lost it within the bound. */
    long unreachable() {
        return unreachable;
    }
}
