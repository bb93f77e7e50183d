package dev.parley.hours.persistence;

import dev.parley.hours.HoursLevel;
import dev.parley.hours.HoursPlan;
import dev.parley.hours.domain.HolidayRow;
import dev.parley.hours.domain.LevelHours;
import dev.parley.hours.domain.LevelPlan;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the levels of a company say. Never asked without a company. */
@Dependent
public class HoursTables {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** All levels that said something once; two questions to the database however many there are. */
    public List<LevelPlan> of(long companyId) {
        Map<Long, List<HolidayRow>> holidays = em.createNamedQuery("HolidayRow.ofCompany", HolidayRow.class)
                .setParameter("companyId", companyId)
                .getResultStream()
                .collect(Collectors.groupingBy(HolidayRow::hoursId));
        return em.createNamedQuery("LevelHours.ofCompany", LevelHours.class)
                .setParameter("companyId", companyId)
                .getResultStream()
                .map(h -> new LevelPlan(h.level(), h.plan(holidays.getOrDefault(h.id(), List.of()))))
                .toList();
    }

    /** The level's version; 0 for one that never said anything. */
    public long version(long companyId, HoursLevel level) {
        return em.createNamedQuery("LevelHours.byKey", LevelHours.class)
                .setParameter("companyId", companyId)
                .setParameter("levelKey", level.key())
                .getResultStream()
                .findFirst()
                .map(LevelHours::version)
                .orElse(0L);
    }

    /** All versions of each company added up: another number after each change. */
    public Map<Long, Long> versions(Collection<Long> companies) {
        return em.createNamedQuery("LevelHours.versions", Object[].class)
                .setParameter("companies", companies)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> ((Number) row[1]).longValue()));
    }

    /** What the level says itself. */
    public HoursPlan plan(LevelHours level) {
        return level.plan(em.createNamedQuery("HolidayRow.ofLevel", HolidayRow.class)
                .setParameter("hoursId", level.id())
                .getResultList());
    }

    /**
     * The level under its lock, to the end of the transaction. Two may make it at once; the database then lets one give way, which tries
     * again.
     */
    public LevelHours lock(long companyId, HoursLevel level, Instant at) {
        return em.createNamedQuery("LevelHours.byKey", LevelHours.class)
                .setParameter("companyId", companyId)
                .setParameter("levelKey", level.key())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    LevelHours made = LevelHours.silent(companyId, level, at);
                    em.persist(made);
                    em.flush();
                    return made;
                });
    }

    /** The level has these holidays from now on, and no others. */
    public void replaceHolidays(LevelHours level, HoursPlan plan) {
        em.createNamedQuery("HolidayRow.forget")
                .setParameter("hoursId", level.id())
                .executeUpdate();
        for (int i = 0; i < plan.holidays().size(); i++)
            em.persist(new HolidayRow(level, i, plan.holidays().get(i)));
        em.flush();
    }
}
