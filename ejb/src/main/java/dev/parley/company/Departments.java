package dev.parley.company;

import dev.parley.company.domain.Department;
import dev.parley.company.domain.DepartmentMember;
import dev.parley.shared.NotFound;
import dev.parley.shared.PublicIds;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The departments of a company and who belongs to them. Never asked without a company: another's department does not exist. */
@Stateless
@PermitAll
public class Departments {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    /** All of a company that are not archived, in its own order. */
    public List<DepartmentView> of(long companyId) {
        return em.createNamedQuery("Department.ofCompany", Department.class)
                .setParameter("companyId", companyId)
                .getResultStream()
                .map(Departments::view)
                .toList();
    }

    /** The company's department with that public id, if it has one. */
    public Optional<DepartmentView> find(long companyId, String publicId) {
        if (!PublicIds.plausible(publicId)) return Optional.empty();
        return first(em.createNamedQuery("Department.byPublicId", Department.class)
                .setParameter("companyId", companyId)
                .setParameter("publicId", publicId)
                .getResultStream());
    }

    /** The company's department with that public id. @throws NotFound if it has none */
    public DepartmentView require(long companyId, String publicId) {
        return find(companyId, publicId).orElseThrow(Departments::unknown);
    }

    /** The company's department with that key. @throws NotFound if it has none */
    public DepartmentView get(long companyId, long id) {
        return first(em.createNamedQuery("Department.byId", Department.class)
                        .setParameter("companyId", companyId)
                        .setParameter("id", id)
                        .getResultStream())
                .orElseThrow(Departments::unknown);
    }

    /** The public ids of the company's departments with these keys. */
    public Set<String> open(long companyId, Set<Long> keys) {
        return of(companyId).stream()
                .filter(d -> keys.contains(d.id()))
                .map(DepartmentView::publicId)
                .collect(Collectors.toSet());
    }

    /** The keys of the accounts that belong to a department. */
    public Set<Long> members(long companyId, long departmentId) {
        return new HashSet<>(em.createNamedQuery("DepartmentMember.accounts", Long.class)
                .setParameter("companyId", companyId)
                .setParameter("departmentId", departmentId)
                .getResultList());
    }

    /** An account of the company belongs to the department from now on, in the caller's transaction. @throws NotFound if it has none with that key */
    public void admit(long companyId, long departmentId, long accountId) {
        Department department = em.createNamedQuery("Department.byId", Department.class)
                .setParameter("companyId", companyId)
                .setParameter("id", departmentId)
                .getResultStream()
                .findFirst()
                .orElseThrow(Departments::unknown);
        em.persist(new DepartmentMember(department, accountId));
    }

    /** The keys of the departments that an account belongs to. */
    public Set<Long> ofAccount(long companyId, long accountId) {
        return new HashSet<>(em.createNamedQuery("DepartmentMember.departments", Long.class)
                .setParameter("companyId", companyId)
                .setParameter("accountId", accountId)
                .getResultList());
    }

    private static Optional<DepartmentView> first(Stream<Department> found) {
        return found.findFirst().map(Departments::view);
    }

    private static DepartmentView view(Department d) {
        return new DepartmentView(d.id(), d.publicId(), d.companyId(), d.name(), d.tagsRequired());
    }

    private static NotFound unknown() {
        return new NotFound("There is no such department.");
    }
}
