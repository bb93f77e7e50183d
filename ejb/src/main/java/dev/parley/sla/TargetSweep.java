package dev.parley.sla;

import dev.parley.hours.Channel;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursLevel;
import dev.parley.hours.WorkingTime;
import dev.parley.shared.Digests;
import dev.parley.shared.OwnTransaction;
import dev.parley.sla.persistence.ClockTable;
import dev.parley.sla.persistence.ClockTable.Place;
import dev.parley.sla.persistence.TargetTable;
import dev.parley.sla.persistence.TargetTable.OfDepartment;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Every two seconds: computes the clocks of conversations in which something happened, or for which other targets or hours hold, and says
 * which have run out. What was computed is in the database, with how far: a restart forgets nothing, and of several nodes one does it once.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class TargetSweep {
    private static final Logger LOG = Logger.getLogger(TargetSweep.class.getName());

    /** Of a department in one round; the next goes on. */
    private static final int AT_ONCE = 200;

    @Inject
    TargetTable targets;

    @Inject
    ClockTable clocks;

    @Inject
    ClockWork work;

    @Inject
    Hours hours;

    @Inject
    OwnTransaction transaction;

    @Inject
    Clock clock;

    private final ReentrantLock one = new ReentrantLock();
    /** Whether something went wrong in the round before, and in this one. */
    private volatile boolean failing;

    private volatile boolean failed;

    /** One round; skipped while the one before still runs. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void sweep() {
        if (!one.tryLock()) return;
        try {
            failed = false;
            attempt(this::round);
            failing = failed;
        } finally {
            one.unlock();
        }
    }

    private void round() {
        List<OfDepartment> promising = targets.all();
        Map<Long, Long> versions = promising.isEmpty()
                ? Map.of()
                : hours.versions(promising.stream().map(OfDepartment::companyId).collect(Collectors.toSet()));
        Map<Long, OfDepartment> known =
                promising.stream().collect(Collectors.toMap(OfDepartment::departmentId, Function.identity()));
        Map<HoursLevel, WorkingTime> times = new HashMap<>();
        for (OfDepartment of : promising) {
            String mark = mark(of, versions.getOrDefault(of.companyId(), 0L));
            for (Place place : clocks.stale(of.companyId(), of.departmentId(), mark, AT_ONCE))
                attempt(() -> compute(place, of.rules(), mark, times));
        }
        for (Place place : clocks.over(AT_ONCE)) {
            OfDepartment of = known.get(place.departmentId());
            attempt(() -> compute(place, of == null ? TargetRules.NONE : of.rules(), "", times));
        }
        for (Place place : clocks.due(clock.instant(), AT_ONCE))
            attempt(() -> transaction.run(() -> work.miss(place, clock.instant())));
    }

    /** Another one for another department, other targets and other hours. */
    private static String mark(OfDepartment of, long version) {
        return Digests.sha256(
                of.departmentId() + " " + version + " " + of.rules().text());
    }

    private void compute(Place place, TargetRules rules, String mark, Map<HoursLevel, WorkingTime> times) {
        // asked before the transaction: it would want another connection while this one holds a lock
        WorkingTime time = times.computeIfAbsent(
                new HoursLevel(place.siteId(), place.departmentId(), Channel.CHAT),
                level -> hours.workingTime(place.companyId(), level));
        transaction.run(() -> work.compute(place, rules, mark, time));
    }

    /** As in {@code InactivitySweep}: what goes wrong keeps nothing else from its turn, and the log says it once. */
    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(failing || failed ? Level.FINE : Level.WARNING, "clocks could not be computed", e);
            failed = true;
        }
    }
}
