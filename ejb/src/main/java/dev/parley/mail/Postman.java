package dev.parley.mail;

import dev.parley.mail.persistence.OutboxRows;
import dev.parley.mail.persistence.OutboxRows.Item;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes what is due from the outbox to the mailer, one after the other, and notes what became of each. No transaction is open while it sends. */
final class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class.getName());
    private static final int BATCH = 20;
    private static final int LONGEST_PROBLEM = 300;

    private final OutboxRows rows;
    private final Mailer mailer;
    private final Envelope envelope;
    private final Clock clock;

    Postman(OutboxRows rows, Mailer mailer, Envelope envelope, Clock clock) {
        this.rows = rows;
        this.mailer = mailer;
        this.envelope = envelope;
        this.clock = clock;
    }

    /** Until nothing is due. */
    void deliverAll() {
        List<Long> due;
        do {
            due = rows.due(clock.instant(), BATCH);
            for (long id : due) rows.take(id, clock.instant()).ifPresent(this::deliver);
        } while (due.size() == BATCH);
    }

    private void deliver(Item item) {
        if (item.over(clock.instant())) {
            giveUp(item, MailOutcome.OVER, null);
            return;
        }
        try {
            mailer.send(envelope.open(item.content(), item.publicId()), item.publicId());
            rows.end(item.id(), MailOutcome.SENT.wire(), null, clock.instant());
        } catch (MailRefused e) {
            giveUp(item, MailOutcome.REFUSED, e);
        } catch (IOException | RuntimeException e) {
            if (item.last()) giveUp(item, MailOutcome.EXHAUSTED, e);
            else {
                LOG.info(() -> "mail " + item.publicId() + " could not be sent yet, attempt " + item.attempts() + ": "
                        + kind(e));
                rows.later(item, answer(e), clock.instant());
            }
        }
    }

    private void giveUp(Item item, MailOutcome why, Exception e) {
        LOG.log(Level.WARNING, () -> "mail " + item.publicId() + " is given up, " + why.wire() + ": " + kind(e));
        rows.end(item.id(), why.wire(), e == null ? null : answer(e), clock.instant());
    }

    /** What a log may say: a mail server's answer often repeats the address. */
    private static String kind(Exception e) {
        return e == null ? "its time has passed" : root(e).getClass().getSimpleName();
    }

    /** What the mail server said, for the company's administrators. */
    private static String answer(Exception e) {
        String said = root(e).getMessage();
        if (said == null) said = root(e).getClass().getSimpleName();
        String line = said.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST_PROBLEM ? line.substring(0, LONGEST_PROBLEM) : line;
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) root = root.getCause();
        return root;
    }
}
