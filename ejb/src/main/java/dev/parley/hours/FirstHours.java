package dev.parley.hours;

import dev.parley.hours.domain.HolidayRow;
import dev.parley.hours.domain.LevelHours;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** What a company says of its hours when it begins, in the caller's transaction. Afterwards its administrators say it: {@link Hours}. */
@Dependent
public class FirstHours {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** For the container. */
    public FirstHours() {}

    /** For tests without a container. */
    public FirstHours(EntityManager em) {
        this.em = em;
    }

    /** The company, which has said nothing of its hours yet, says this. */
    public void say(long companyId, HoursPlan plan, Instant at) {
        LevelHours hours = LevelHours.silent(companyId, HoursLevel.COMPANY, at);
        hours.change(plan, 0, at);
        em.persist(hours);
        em.flush();
        for (int i = 0; i < plan.holidays().size(); i++)
            em.persist(new HolidayRow(hours, i, plan.holidays().get(i)));
    }
}
