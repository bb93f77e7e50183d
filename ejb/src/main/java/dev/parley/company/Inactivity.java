package dev.parley.company;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.domain.Department;
import dev.parley.company.domain.DepartmentInactivity;
import dev.parley.shared.Caller;
import dev.parley.shared.Json;
import dev.parley.shared.NotFound;
import dev.parley.shared.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What becomes of conversations in which the visitor falls silent: a rule for each department, written by administrators. */
@Stateless
@PermitAll
public class Inactivity {
    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    AuditTrail trail;

    /** A rule that does something. */
    public record OfDepartment(long companyId, long departmentId, InactivityRule rule) {}

    /** As an administrator wrote it last. @param department public id @throws NotFound if the company has none with it */
    public InactivityRule of(Caller caller, String department) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        var known = em.find(DepartmentInactivity.class, find(me, department).id());
        return known == null ? InactivityRule.NONE : known.rule();
    }

    /** From now on by this rule. @param department public id @throws NotFound if the company has none with it */
    public InactivityRule write(Caller caller, String department, InactivityRule rule) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        // one after the other, or two first rules would be in each other's way
        Department of = find(me, department);
        em.lock(of, LockModeType.PESSIMISTIC_WRITE);
        var known = em.find(DepartmentInactivity.class, of.id());
        InactivityRule before = known == null ? InactivityRule.NONE : known.rule();
        if (known == null) em.persist(new DepartmentInactivity(me.companyId(), of.id(), rule));
        else known.write(rule);
        trail.record(me, new AuditSubject(AuditKind.INACTIVITY, of.publicId(), of.name()), json(before), json(rule));
        return rule;
    }

    /** Of all companies, those that do anything; for the desk itself, which asks no caller. */
    public List<OfDepartment> acting() {
        return em.createNamedQuery("DepartmentInactivity.acting", DepartmentInactivity.class)
                .getResultStream()
                .map(kept -> new OfDepartment(kept.companyId(), kept.departmentId(), kept.rule()))
                .toList();
    }

    private Department find(Caller.Staff me, String department) {
        return em.createNamedQuery("Department.byPublicId", Department.class)
                .setParameter("publicId", department)
                .setParameter("companyId", me.companyId())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such department."));
    }

    private static JsonObject json(InactivityRule rule) {
        var json = Json.createObjectBuilder();
        if (rule.remindMinutes() != null) json.add("remindMinutes", rule.remindMinutes());
        if (rule.closeMinutes() != null) json.add("closeMinutes", rule.closeMinutes());
        return json.add("texts", DepartmentInactivity.json(rule.texts())).build();
    }
}
