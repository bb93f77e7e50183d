package dev.parley.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** A mail that is committed leaves at once. */
@ApplicationScoped
class MailWake {
    @Inject
    MailDrain drain;

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailPosted news) {
        drain.wake();
    }
}
