package dev.parley.routing;

import dev.parley.db.Settings;
import dev.parley.routing.persistence.DecisionBook;
import dev.parley.shared.OwnTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Once an hour: takes away the decisions that are older than {@code PARLEY_DECISION_DAYS}, 30 unless told otherwise. */
@Singleton
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class DecisionSweep {
    private static final int AT_ONCE = 2_000;
    /** What is left of a round goes with the next. */
    private static final int TIMES = 500;

    private final Duration keep = Duration.ofDays(Settings.number("PARLEY_DECISION_DAYS", 30));

    @Inject
    DecisionBook book;

    @Inject
    OwnTransaction transaction;

    @Inject
    Clock clock;

    /** One round, in small transactions. */
    @Schedule(hour = "*", minute = "23", persistent = false)
    public void sweep() {
        Instant before = clock.instant().minus(keep);
        for (int i = 0; i < TIMES; i++) {
            if (transaction.call(() -> book.forget(before, AT_ONCE)) < AT_ONCE) return;
        }
    }
}
