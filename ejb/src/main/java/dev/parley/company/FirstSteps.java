package dev.parley.company;

import dev.parley.shared.Caller;
import dev.parley.shared.Moments;
import dev.parley.shared.Permission;
import dev.parley.shared.RowLock;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which of its first steps a company passed over, and whether it wants to be led at all. Whether a step is done nobody writes down: that
 * is seen by what the step is about.
 */
@Stateless
@PermitAll
public class FirstSteps {
    private static final String ALL = "all";

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    Clock clock;

    /** Those that wait for better times. */
    public Set<FirstStep> passedOver(Caller caller) {
        Set<FirstStep> passed = EnumSet.noneOf(FirstStep.class);
        rows(administered(caller)).stream()
                .filter(step -> !step.equals(ALL))
                .forEach(step -> passed.add(FirstStep.of(step)));
        return passed;
    }

    /** Whether the company is led no more. */
    public boolean over(Caller caller) {
        return rows(administered(caller)).contains(ALL);
    }

    /** This step may wait. */
    public void passOver(Caller caller, FirstStep step) {
        write(administered(caller), step.wire());
    }

    /** This step is to be done after all. */
    public void takeUp(Caller caller, FirstStep step) {
        delete(administered(caller), step.wire());
    }

    /** The company is led no more; {@link #resume} begins again where it was. */
    public void end(Caller caller) {
        write(administered(caller), ALL);
    }

    public void resume(Caller caller) {
        delete(administered(caller), ALL);
    }

    private static long administered(Caller caller) {
        return caller.require(Permission.EDIT_COMPANY).companyId();
    }

    private List<String> rows(long company) {
        List<?> rows = em.createNativeQuery("select step from first_step where company_id = ?1")
                .setParameter(1, company)
                .getResultList();
        return rows.stream()
                .map(row -> (String) (row instanceof Object[] columns ? columns[0] : row))
                .toList();
    }

    private void write(long company, String step) {
        // two who say the same at once take turns by the company's row
        RowLock.COMPANY.take(em, company);
        if (rows(company).contains(step)) return;
        em.createNativeQuery("insert into first_step (company_id, step, passed_at) values (?1, ?2, ?3)")
                .setParameter(1, company)
                .setParameter(2, step)
                .setParameter(3, Moments.toColumn(clock.instant()))
                .executeUpdate();
    }

    private void delete(long company, String step) {
        em.createNativeQuery("delete from first_step where company_id = ?1 and step = ?2")
                .setParameter(1, company)
                .setParameter(2, step)
                .executeUpdate();
    }
}
