package dev.parley.routing.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The offers that stand in a replay. */
final class OfferBoard {
    private final List<ReplayedOffer> standing = new ArrayList<>();
    private long numbers;

    ReplayedOffer make(ReplayedChat chat, ReplayedPerson agent, Instant expires) {
        var offer = new ReplayedOffer(chat, agent, expires, numbers++);
        standing.add(offer);
        chat.offers.add(offer);
        agent.offers.add(offer);
        return offer;
    }

    /** Whether it may still be answered. */
    boolean stands(ReplayedOffer offer, Instant now) {
        return has(offer) && !offer.expired(now);
    }

    boolean has(ReplayedOffer offer) {
        return standing.contains(offer);
    }

    void end(ReplayedOffer offer) {
        standing.remove(offer);
        offer.chat().offers.remove(offer);
        offer.agent().offers.remove(offer);
    }

    void endAll(List<ReplayedOffer> which) {
        List.copyOf(which).forEach(this::end);
    }

    /** Those whose time is over, the longest first. */
    List<ReplayedOffer> due(Instant now) {
        return standing.stream()
                .filter(offer -> offer.expired(now))
                .sorted(Comparator.comparing(ReplayedOffer::expires).thenComparing(ReplayedOffer::number))
                .toList();
    }

    /** When the next one runs out; null where none stands. */
    Instant nextExpiry() {
        return standing.stream()
                .map(ReplayedOffer::expires)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
