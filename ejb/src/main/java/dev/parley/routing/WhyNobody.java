package dev.parley.routing;

import dev.parley.routing.Choosing.Chosen;
import dev.parley.routing.persistence.DecisionBook;
import dev.parley.routing.persistence.OpenOffers;
import dev.parley.routing.persistence.WaitingLine;
import dev.parley.routing.persistence.WaitingLine.Item;
import dev.parley.shared.OwnTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps for everything that waits and is offered to nobody the reason, whenever it is another than before. Not at each drain: from the
 * sweep, and so much at once and for one conversation that the record stays small.
 */
@ApplicationScoped
class WhyNobody {
    /** Changes of one company in one round; the next round, a second later, goes on. */
    private static final int A_ROUND = 50;
    /** Of one conversation; whoever waits that long knows why. */
    private static final int MOST_OF_ONE = 200;

    @Inject
    Choices choices;

    @Inject
    WaitingLine line;

    @Inject
    OpenOffers offers;

    @Inject
    DecisionBook book;

    @Inject
    DecisionRecord record;

    @Inject
    OwnTransaction transaction;

    @Inject
    Clock clock;

    /** One look at what waits in the company. */
    public void explain(long companyId) {
        List<Item> waiting = line.unasked(companyId);
        if (waiting.isEmpty()) return;
        Map<Long, String> known =
                book.lastReasons(waiting.stream().map(Item::id).toList());
        choices.all(waiting, companyId, clock.instant()).stream()
                .filter(choice -> isNews(choice, known.get(choice.conversation().id())))
                .limit(A_ROUND)
                .forEach(choice -> transaction.run(() -> keep(choice)));
    }

    /** Somebody can be asked: the drain is about to. */
    private static boolean isNews(Chosen<Item> choice, String known) {
        return choice.decision()
                .nobody()
                .filter(reason -> !reason.wire().equals(known))
                .isPresent();
    }

    /** Another node may have been faster: looked at again under the lock. */
    private void keep(Chosen<Item> choice) {
        Item seen = choice.conversation();
        Optional<Item> item = line.lock(seen.companyId(), seen.id())
                .filter(Item::waiting)
                .filter(now -> now.departmentId() == seen.departmentId());
        if (item.isEmpty() || !offers.lockAllFor(seen.id()).isEmpty()) return;
        String known = book.lastReasons(List.of(seen.id())).get(seen.id());
        if (!isNews(choice, known) || book.number(seen.id()) >= MOST_OF_ONE) return;
        Instant at = clock.instant();
        record.keep(item.get(), choice.decision(), at);
    }
}
