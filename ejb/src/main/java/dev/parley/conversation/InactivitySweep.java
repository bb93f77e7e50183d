package dev.parley.conversation;

import dev.parley.company.Inactivity;
import dev.parley.company.Inactivity.OfDepartment;
import dev.parley.company.InactivityRule;
import dev.parley.conversation.persistence.Silences;
import dev.parley.conversation.persistence.Silences.Silence;
import dev.parley.shared.OwnTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Every five seconds: reminds visitors who do not answer, and ends conversations in which they do not answer that either, by the rules of
 * their departments. What was done is in the database, so a restart forgets nothing; each is looked at again under the lock of its head, so
 * that of several nodes one does it once, and whoever writes meanwhile is neither reminded nor cut off.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class InactivitySweep {
    private static final Logger LOG = Logger.getLogger(InactivitySweep.class.getName());

    /** Of a department in one round; the next goes on. */
    private static final int AT_ONCE = 200;

    @Inject
    Inactivity rules;

    @Inject
    Silences silences;

    @Inject
    Lifecycle lifecycle;

    @Inject
    OwnTransaction transaction;

    @Inject
    Clock clock;

    private final ReentrantLock one = new ReentrantLock();
    /** Whether something went wrong in the round before, and in this one. */
    private volatile boolean failing;

    private volatile boolean failed;

    /** One round; skipped while the one before still runs. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void sweep() {
        if (!one.tryLock()) return;
        try {
            failed = false;
            attempt(() -> rules.acting().forEach(of -> attempt(() -> sweep(of))));
            failing = failed;
        } finally {
            one.unlock();
        }
    }

    private void sweep(OfDepartment of) {
        Integer remind = of.rule().remindMinutes();
        Integer close = of.rule().closeMinutes();
        long company = of.companyId();
        if (close != null) {
            Instant before = since(close);
            var due = remind == null
                    ? silences.all(company, of.departmentId(), before, AT_ONCE)
                    : silences.reminded(company, of.departmentId(), before, AT_ONCE);
            due.forEach(silence -> attempt(() -> transaction.run(() -> end(silence, of.rule()))));
        }
        if (remind != null) {
            silences.unreminded(company, of.departmentId(), since(remind), AT_ONCE)
                    .forEach(silence -> attempt(() -> transaction.run(() -> remind(silence, company, of.rule()))));
        }
    }

    /**
     * What goes wrong keeps nothing else from its turn, and the next round tries it again. The database may be away: while one round after
     * the other fails, the log says it once.
     */
    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(failing || failed ? Level.FINE : Level.WARNING, "silent conversations could not be looked at", e);
            failed = true;
        }
    }

    private Instant since(int minutes) {
        return clock.instant().minus(Duration.ofMinutes(minutes));
    }

    private void remind(Silence silence, long company, InactivityRule rule) {
        String words = rule.words(silence.language(), silence.siteLanguage())
                .map(InactivityRule.Words::reminder)
                .orElse(null);
        boolean done = lifecycle.remind(silence.conversationId(), words, () -> silences.lastsUnreminded(silence));
        if (done) silences.remember(silence, company, clock.instant());
    }

    private void end(Silence silence, InactivityRule rule) {
        String words = rule.words(silence.language(), silence.siteLanguage())
                .map(InactivityRule.Words::closing)
                .orElse(null);
        lifecycle.closeSilent(silence.conversationId(), words, () -> silences.lasts(silence));
    }
}
