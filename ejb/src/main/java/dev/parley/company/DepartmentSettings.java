package dev.parley.company;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.DepartmentDetails.Member;
import dev.parley.company.domain.Department;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Refused;
import dev.parley.shared.RowLock;
import dev.parley.shared.ShortText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What administrators do with departments: make, change, order, archive, take up again. Another company's department does not exist.
 * Moving what waits in one that is archived is routing's: {@code dev.parley.routing.DepartmentArchive}.
 */
@Stateless
@PermitAll
public class DepartmentSettings {
    /** So many a company has at most, archived ones included. */
    public static final int MOST = 200;

    private static final int LONGEST_NAME = 120;

    @PersistenceContext(unitName = "desk")
    EntityManager em;

    @Inject
    DepartmentMembers members;

    @Inject
    AuditTrail audit;

    @Inject
    Event<DepartmentsChanged> news;

    @Inject
    Clock clock;

    /** All of the caller's company in its order, archived ones too. */
    public List<DepartmentDetails> all(Caller caller) {
        long company = caller.requireAny(Permission.EDIT_DEPARTMENTS, Permission.MANAGE_PEOPLE, Permission.EDIT_SITES)
                .companyId();
        Map<Long, List<Member>> people = members.ofCompany(company);
        Map<Long, Long> sites = sites(company);
        return known(company).stream().map(d -> details(d, people, sites)).toList();
    }

    /** One of them. @throws NotFound if the company has none with that id */
    public DepartmentDetails get(Caller caller, String id) {
        long company = caller.requireAny(Permission.EDIT_DEPARTMENTS, Permission.MANAGE_PEOPLE)
                .companyId();
        return details(find(company, id));
    }

    /**
     * Makes a new one, last in order.
     *
     * @throws Invalid if its name is missing or too long, a member unknown, or there are 200 departments
     * @throws Refused if another department has that name, or an archived one
     */
    public DepartmentDetails create(Caller caller, DepartmentDraft draft) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        String name = name(draft.name());
        List<Department> known = known(me.companyId());
        if (known.size() >= MOST) throw new Invalid("There are at most " + MOST + " departments.");
        isFree(known, null, name);
        int last = known.stream().mapToInt(Department::position).max().orElse(-1);
        Department made = Department.create(me.companyId(), name, last + 1);
        em.persist(made);
        em.flush();
        if (draft.tagsRequired() != null) made.requireTags(draft.tagsRequired());
        if (draft.members() != null) members.set(made, draft.members());
        return told(me, made, null);
    }

    /**
     * Changes what the draft names.
     *
     * @throws NotFound if the company has no such department
     * @throws Outdated if somebody else changed it since the draft's version was read
     * @throws Invalid as for {@link #create}
     * @throws Refused as for {@link #create}
     */
    public DepartmentDetails change(Caller caller, String id, DepartmentDraft draft) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        Department department = lock(me.companyId(), id);
        if (draft.version() != null) Outdated.check(draft.version(), department.version());
        JsonObject before = json(details(department));
        if (draft.name() != null) {
            String name = name(draft.name());
            isFree(known(me.companyId()), department, name);
            if (!name.equals(department.name())) department.rename(name);
        }
        if (draft.tagsRequired() != null && draft.tagsRequired() != department.tagsRequired()) {
            department.requireTags(draft.tagsRequired());
        }
        if (draft.members() != null && members.set(department, draft.members())) department.membersChanged();
        return told(me, department, before);
    }

    /**
     * Puts them into this order.
     *
     * @param ids public ids; those that are not named keep their order behind the others
     * @throws NotFound if the company has no such department
     */
    public List<DepartmentDetails> order(Caller caller, List<String> ids) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        if (ids.size() > MOST || new HashSet<>(ids).size() != ids.size()) throw new Invalid("Name each once.");
        List<Department> known = known(me.companyId());
        JsonObject before = order(known);
        ids.forEach(id -> find(me.companyId(), id));
        List<Department> ordered = new ArrayList<>(known);
        ordered.sort(Comparator.comparingInt(d -> {
            int place = ids.indexOf(d.publicId());
            return place < 0 ? ids.size() + known.indexOf(d) : place;
        }));
        for (int i = 0; i < ordered.size(); i++) ordered.get(i).moveTo(i);
        em.flush();
        audit.record(me, new AuditSubject(AuditKind.DEPARTMENT, "order", "order"), before, order(ordered));
        news.fire(new DepartmentsChanged(me.companyId()));
        return all(me);
    }

    /**
     * Takes nothing new from now on: what would come to it goes to the successor, which also takes its place for the company's sites.
     * Its people keep what they have of it. What waits in it has to be moved in the same transaction.
     *
     * @throws NotFound if the company has no such department or successor
     * @throws Refused if it is archived already, or the successor is, or is the same
     */
    public DepartmentDetails archive(Caller caller, String id, String successorId) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        Department department = find(me.companyId(), id);
        Department successor = find(me.companyId(), successorId);
        // in the order of their keys, and so that what is sent to either of them at this moment is seen, or sees this
        Stream.of(department, successor)
                .distinct()
                .sorted(Comparator.comparing(Department::id))
                .forEach(each -> {
                    em.lock(each, LockModeType.PESSIMISTIC_WRITE);
                    em.refresh(each);
                });
        if (department.archived()) throw new Refused("It is archived already.");
        if (successor.archived() || successor == department) throw new Refused("Choose a department that stays.");
        JsonObject before = json(details(department));
        department.archive(successor, clock.instant());
        for (Department other : known(me.companyId())) {
            boolean through = department.id().equals(other.successorId());
            if (through) other.succeedBy(successor);
        }
        em.createQuery("update Site s set s.defaultDepartmentId = :to where s.companyId = :company"
                        + " and s.defaultDepartmentId = :from")
                .setParameter("to", successor.id())
                .setParameter("from", department.id())
                .setParameter("company", me.companyId())
                .executeUpdate();
        return told(me, department, before);
    }

    /** Takes new conversations again. @throws NotFound if the company has no such department */
    public DepartmentDetails restore(Caller caller, String id) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        Department department = lock(me.companyId(), id);
        JsonObject before = json(details(department));
        if (department.archived()) department.restore();
        return told(me, department, before);
    }

    /**
     * Lets a colleague belong to these departments and no other; archived ones are left alone.
     *
     * @param person public id of an active colleague
     * @param departments public ids
     * @throws NotFound if the company has no such department
     * @throws Invalid if it has no such colleague
     */
    public void assign(Caller caller, String person, Collection<String> departments) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        departments.forEach(id -> find(me.companyId(), id));
        for (Department seen : known(me.companyId())) {
            if (seen.archived()) continue;
            boolean wanted = departments.contains(seen.publicId());
            if (wanted == members(seen).contains(person)) continue;
            Department department = lock(me.companyId(), seen.publicId());
            JsonObject before = json(details(department));
            // somebody else's change may have come before the lock
            Set<String> then = members(department);
            if (wanted) then.add(person);
            else then.remove(person);
            if (members.set(department, then)) department.membersChanged();
            told(me, department, before);
        }
    }

    private Set<String> members(Department department) {
        return details(department).members().stream()
                .map(Member::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private DepartmentDetails told(Caller.Staff by, Department department, JsonObject before) {
        em.flush();
        DepartmentDetails after = details(department);
        audit.record(by, new AuditSubject(AuditKind.DEPARTMENT, after.id(), after.name()), before, json(after));
        news.fire(new DepartmentsChanged(by.companyId()));
        return after;
    }

    private DepartmentDetails details(Department d) {
        return details(d, members.ofCompany(d.companyId()), sites(d.companyId()));
    }

    private static DepartmentDetails details(Department d, Map<Long, List<Member>> people, Map<Long, Long> sites) {
        return new DepartmentDetails(
                d.publicId(),
                d.name(),
                d.tagsRequired(),
                d.archived(),
                sites.getOrDefault(d.id(), 0L).intValue(),
                people.getOrDefault(d.id(), List.of()),
                d.version());
    }

    /** For how many sites each department is where conversations go that name none. */
    private Map<Long, Long> sites(long companyId) {
        return em.createQuery(
                        "select s.defaultDepartmentId, count(s) from Site s where s.companyId = :company"
                                + " group by s.defaultDepartmentId",
                        Object[].class)
                .setParameter("company", companyId)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    private Department lock(long companyId, String id) {
        Department department = find(companyId, id);
        RowLock.DEPARTMENT.take(em, department.id());
        em.refresh(department);
        return department;
    }

    private Department find(long companyId, String id) {
        if (!PublicIds.plausible(id)) throw unknown();
        return em.createNamedQuery("Department.byPublicId", Department.class)
                .setParameter("companyId", companyId)
                .setParameter("publicId", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(DepartmentSettings::unknown);
    }

    private List<Department> known(long companyId) {
        return em.createNamedQuery("Department.all", Department.class)
                .setParameter("companyId", companyId)
                .getResultList();
    }

    private static String name(String said) {
        String name = ShortText.of("A name", said, LONGEST_NAME);
        if (name == null) throw new Invalid("A name is missing.");
        return name;
    }

    private static void isFree(List<Department> known, Department own, String name) {
        boolean taken = known.stream().anyMatch(d -> d != own && d.name().equalsIgnoreCase(name));
        if (taken) throw new Refused("Another department is called '" + name + "', or an archived one.");
    }

    private static JsonObject json(DepartmentDetails d) {
        var people = Json.createObjectBuilder();
        d.members().forEach(m -> people.add(m.id(), m.name()));
        return Json.createObjectBuilder()
                .add("name", d.name())
                .add("tagsRequired", d.tagsRequired())
                .add("archived", d.archived())
                .add("members", people)
                .build();
    }

    private static JsonObject order(List<Department> departments) {
        var order = Json.createArrayBuilder();
        departments.forEach(d -> order.add(d.name()));
        return Json.createObjectBuilder().add("order", order).build();
    }

    private static NotFound unknown() {
        return new NotFound("There is no such department.");
    }
}
