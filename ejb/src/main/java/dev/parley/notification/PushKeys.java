package dev.parley.notification;

import dev.parley.notification.persistence.Subscriptions;
import dev.parley.notification.push.Vapid;
import dev.parley.shared.OwnTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** By which push services know this Parley, where web push is on. Read once: it never changes. */
@ApplicationScoped
class PushKeys {
    private final Subscriptions rows;
    private final OwnTransaction own;
    private volatile Vapid vapid;

    protected PushKeys() {
        this(null, null);
    }

    @Inject
    PushKeys(Subscriptions rows, OwnTransaction own) {
        this.rows = rows;
        this.own = own;
    }

    /** Nothing where web push is off. */
    Optional<Vapid> vapid() {
        Optional<String> contact = PushSettings.contact();
        if (contact.isEmpty()) return Optional.empty();
        if (vapid == null) vapid = own.call(() -> rows.key().vapid(contact.get()));
        return Optional.of(vapid);
    }
}
