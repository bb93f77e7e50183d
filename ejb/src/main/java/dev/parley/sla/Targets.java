package dev.parley.sla;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.conversation.Priority;
import dev.parley.shared.Caller;
import dev.parley.shared.Json;
import dev.parley.shared.Outdated;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import dev.parley.sla.persistence.TargetTable;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** What each department promises. Written by administrators; clocks that run go by it within seconds. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Targets {
    @Inject
    Departments departments;

    @Inject
    TargetTable table;

    @Inject
    AuditTrail trail;

    @Inject
    OwnTransaction transaction;

    /** As an administrator wrote it last. @param department public id @throws dev.parley.shared.NotFound if the company has none with it */
    public TargetRules of(Caller caller, String department) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        return table.of(departments.require(me.companyId(), department).id());
    }

    /**
     * From now on the department promises this.
     *
     * @param department public id
     * @param read the rules that the caller has read; null for whatever they are
     * @throws dev.parley.shared.NotFound if the company has none with it
     * @throws Outdated if somebody else changed them since; nothing is changed then
     */
    public TargetRules change(Caller caller, String department, TargetRules rules, TargetRules read) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        DepartmentView of = departments.require(me.companyId(), department);
        transaction.run(() -> {
            table.lock(of.id());
            TargetRules before = table.of(of.id());
            if (read != null && !read.equals(before)) throw new Outdated();
            table.write(me.companyId(), of.id(), rules);
            trail.record(
                    me, new AuditSubject(AuditKind.DEPARTMENT, of.publicId(), of.name()), json(before), json(rules));
        });
        return rules;
    }

    /** Of each measure and priority what it says itself, in minutes: {@code "firstResponse.normal": 5}. */
    private static JsonObject json(TargetRules rules) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (Priority priority : Priority.values()) {
            TargetTimes times = rules.of(priority);
            add(json, "targetFirst." + priority.wire(), times.firstResponse());
            add(json, "targetNext." + priority.wire(), times.nextResponse());
            add(json, "targetResolution." + priority.wire(), times.resolution());
        }
        return json.build();
    }

    private static void add(JsonObjectBuilder json, String name, Integer minutes) {
        if (minutes == null) json.addNull(name);
        else json.add(name, minutes);
    }
}
