package dev.parley.bench.routing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No offer outlives its sense: it ends within two seconds after its time is over or its conversation waits there no longer. */
final class OfferRule extends Rule {
    static final long BOUND = 2_000_000;

    private final Map<Long, Long> pointless = new HashMap<>();
    private final Set<Long> told = new HashSet<>();

    OfferRule() {
        super("no offer is left open for what no longer waits, or after its time");
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
        Set<Long> open = new HashSet<>();
        for (Chat chat : desk.chats.values()) {
            for (Offer offer : chat.offers.values()) {
                open.add(offer.id());
                Agent agent = desk.agents.get(offer.agent());
                boolean sense = chat.waiting() && agent.departments.contains(chat.department);
                long begin = sense ? offer.expires() : pointless.computeIfAbsent(offer.id(), id -> at);
                if (at - begin > BOUND && told.add(offer.id())) {
                    broken(
                            at,
                            offer + " of " + chat + " is still open at " + at + ", "
                                    + (sense ? "its time over" : "without sense") + " since " + begin,
                            List.of(chat.id),
                            List.of(agent.id));
                }
            }
        }
        pointless.keySet().retainAll(open);
        told.retainAll(open);
    }
}
