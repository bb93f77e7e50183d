package dev.parley.web.health;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.parley.conversation.ConversationEvent.MessagePosted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;

/** How many messages this node has stored since its start, and how long they took from their arrival until they could be told. */
@ApplicationScoped
public class MessageTimes {
    private final LongAdder count = new LongAdder();
    private final LongAdder millis = new LongAdder();

    @Inject
    private Clock clock;

    void posted(@Observes(during = AFTER_SUCCESS) MessagePosted e) {
        count.increment();
        millis.add(Math.max(0, clock.millis() - e.message().at().toEpochMilli()));
    }

    public long count() {
        return count.sum();
    }

    /** Of all of them together. */
    public double seconds() {
        return millis.sum() / 1000.0;
    }
}
