package dev.parley.sla.persistence;

import dev.parley.conversation.Priority;
import dev.parley.shared.RowLock;
import dev.parley.sla.TargetRules;
import dev.parley.sla.TargetTimes;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What departments promise. */
@Dependent
public class TargetTable {
    private static final String ROWS = """
            select t.priority, t.first_response_minutes, t.next_response_minutes, t.resolution_minutes, t.department_id, t.company_id
              from department_target t
            """;

    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** A department that promises something. */
    public record OfDepartment(long companyId, long departmentId, TargetRules rules) {}

    /** What the department promises. */
    @SuppressWarnings("unchecked")
    public TargetRules of(long departmentId) {
        List<Object[]> rows = em.createNativeQuery(ROWS + " where t.department_id = ?1")
                .setParameter(1, departmentId)
                .getResultList();
        Map<Priority, TargetTimes> each = new EnumMap<>(Priority.class);
        rows.forEach(row -> each.put(priority(row), times(row)));
        return new TargetRules(each);
    }

    /** Every department of every company that promises something; for the desk itself. */
    @SuppressWarnings("unchecked")
    public List<OfDepartment> all() {
        List<Object[]> rows = em.createNativeQuery(ROWS + " order by t.company_id, t.department_id")
                .getResultList();
        Map<Long, Long> companies = new LinkedHashMap<>();
        Map<Long, Map<Priority, TargetTimes>> each = new LinkedHashMap<>();
        for (Object[] row : rows) {
            long department = ((Number) row[4]).longValue();
            companies.put(department, ((Number) row[5]).longValue());
            each.computeIfAbsent(department, key -> new EnumMap<>(Priority.class))
                    .put(priority(row), times(row));
        }
        return each.entrySet().stream()
                .map(e -> new OfDepartment(companies.get(e.getKey()), e.getKey(), new TargetRules(e.getValue())))
                .toList();
    }

    /** Two who write a department's targets come one after the other, to the end of the transaction. */
    public void lock(long departmentId) {
        RowLock.DEPARTMENT.take(em, departmentId);
    }

    /** The department promises this from now on, and nothing else. */
    public void write(long companyId, long departmentId, TargetRules rules) {
        em.createNativeQuery("delete from department_target where department_id = ?1")
                .setParameter(1, departmentId)
                .executeUpdate();
        rules.each()
                .forEach((priority, times) -> em.createNativeQuery("""
                        insert into department_target (department_id, priority, company_id, first_response_minutes, next_response_minutes,
                          resolution_minutes)
                        values (?1, ?2, ?3, cast(?4 as integer), cast(?5 as integer), cast(?6 as integer))""")
                        .setParameter(1, departmentId)
                        .setParameter(2, priority.level())
                        .setParameter(3, companyId)
                        .setParameter(4, times.firstResponse())
                        .setParameter(5, times.nextResponse())
                        .setParameter(6, times.resolution())
                        .executeUpdate());
    }

    private static Priority priority(Object[] row) {
        return Priority.of(((Number) row[0]).intValue());
    }

    private static TargetTimes times(Object[] row) {
        return new TargetTimes(minutes(row[1]), minutes(row[2]), minutes(row[3]));
    }

    private static Integer minutes(Object column) {
        return column == null ? null : ((Number) column).intValue();
    }
}
