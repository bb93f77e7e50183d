package dev.parley.notification;

import dev.parley.notification.persistence.Subscriptions;
import dev.parley.notification.push.Vapid;
import dev.parley.shared.Caller;
import dev.parley.shared.Limit;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.RateLimits;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Visitors who want to hear of answers when the chat is closed. Off, unless the operator turns it on. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class WebPush {
    private static final int MOST_NOTICE = 200;

    private final PushKeys keys;
    private final Subscriptions subscriptions;
    private final OwnTransaction own;
    private final RateLimits limits;
    private final Clock clock;

    protected WebPush() {
        this(null, null, null, null, null);
    }

    @Inject
    public WebPush(PushKeys keys, Subscriptions subscriptions, OwnTransaction own, RateLimits limits, Clock clock) {
        this.keys = keys;
        this.subscriptions = subscriptions;
        this.own = own;
        this.limits = limits;
        this.clock = clock;
    }

    /** The public key with which a browser subscribes; nothing where web push is off. */
    public Optional<String> key() {
        return keys.vapid().map(Vapid::publicKey);
    }

    /**
     * The visitor wants to be notified in this browser. Of six browsers the oldest is forgotten.
     *
     * @param notice what a notification will say, cut to {@value #MOST_NOTICE} characters. Never a message's words
     * @throws NotFound if web push is off
     * @throws dev.parley.shared.Invalid if a notification could not, or may not, go there
     */
    public void subscribe(Caller caller, PushAddress address, String notice) {
        Caller.Visitor visitor = caller.requireVisitor();
        if (key().isEmpty()) throw new NotFound("There are no notifications here.");
        limits.take(Limit.SUBSCRIPTIONS, visitor.publicId());
        address.check(PushSettings.endpoints());
        String said = notice.length() > MOST_NOTICE ? notice.substring(0, MOST_NOTICE) : notice;
        own.run(() -> subscriptions.add(visitor, address, said, clock.instant()));
    }

    /** The visitor wants no more notifications, or has left for good. Harmless where there were none. */
    public void unsubscribe(Caller caller) {
        subscriptions.end(caller.requireVisitor());
    }
}
