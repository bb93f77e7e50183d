package dev.parley.company;

import dev.parley.company.DepartmentDetails.Member;
import dev.parley.company.domain.Department;
import dev.parley.company.domain.DepartmentMember;
import dev.parley.shared.Invalid;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who belongs to which department. Knows of people their keys, public ids and names, and that they are active. */
@Dependent
class DepartmentMembers {
    @PersistenceContext(unitName = "desk")
    private EntityManager em;

    /** A colleague with the key. */
    private record Person(long key, Member member) {}

    /** The members of all departments of the company by the departments' keys, each by name. */
    public Map<Long, List<Member>> ofCompany(long companyId) {
        Map<Long, Set<Long>> keys = new LinkedHashMap<>();
        em.createNamedQuery("DepartmentMember.ofCompany", DepartmentMember.class)
                .setParameter("companyId", companyId)
                .getResultStream()
                .forEach(m -> keys.computeIfAbsent(m.departmentId(), d -> new HashSet<>())
                        .add(m.accountId()));
        Map<Long, List<Member>> members = new LinkedHashMap<>();
        for (Person person : people(companyId)) {
            keys.forEach((department, accounts) -> {
                if (!accounts.contains(person.key)) return;
                members.computeIfAbsent(department, d -> new ArrayList<>()).add(person.member);
            });
        }
        return members;
    }

    /**
     * From now on these belong to the department and no others.
     *
     * @param publicIds of active colleagues
     * @return whether that is a change
     * @throws Invalid if the company has no such colleague
     */
    public boolean set(Department department, Collection<String> publicIds) {
        Set<Long> wanted = keys(department.companyId(), publicIds);
        Set<Long> now = new HashSet<>(em.createNamedQuery("DepartmentMember.accounts", Long.class)
                .setParameter("companyId", department.companyId())
                .setParameter("departmentId", department.id())
                .getResultList());
        // whoever is not active any more is not shown and stays: the membership waits for the return
        now.retainAll(keysOf(people(department.companyId())));
        for (Long gone : now) if (!wanted.contains(gone)) remove(department, gone);
        for (Long added : wanted) if (!now.contains(added)) em.persist(new DepartmentMember(department, added));
        em.flush();
        return !wanted.equals(now);
    }

    private void remove(Department department, long account) {
        em.remove(em.find(DepartmentMember.class, new DepartmentMember.Key(department.id(), account)));
    }

    private Set<Long> keys(long companyId, Collection<String> publicIds) {
        Map<String, Long> known = new LinkedHashMap<>();
        people(companyId).forEach(p -> known.put(p.member.id(), p.key));
        Set<Long> keys = new HashSet<>();
        for (String id : publicIds) {
            Long key = known.get(id);
            if (key == null) throw new Invalid("There is no such colleague.");
            keys.add(key);
        }
        return keys;
    }

    private static Set<Long> keysOf(List<Person> people) {
        Set<Long> keys = new HashSet<>();
        people.forEach(p -> keys.add(p.key));
        return keys;
    }

    @SuppressWarnings("unchecked")
    private List<Person> people(long companyId) {
        List<Object[]> rows = em.createNativeQuery(
                        "select id, public_id, name from account where company_id = ?1 and active = true order by name, id")
                .setParameter(1, companyId)
                .getResultList();
        return rows.stream()
                .map(r -> new Person(((Number) r[0]).longValue(), new Member((String) r[1], (String) r[2])))
                .toList();
    }
}
