package dev.parley.routing;

import dev.parley.agent.AgentState;
import dev.parley.agent.Roster;
import dev.parley.company.Availability;
import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.company.SiteAvailability;
import dev.parley.company.SiteAvailability.OfDepartment;
import dev.parley.company.SiteAvailability.Reason;
import dev.parley.company.SiteView;
import dev.parley.hours.Channel;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursLevel;
import dev.parley.hours.Opening;
import dev.parley.hours.Openings;
import dev.parley.routing.persistence.OverflowBook;
import dev.parley.routing.persistence.Workload;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether somebody can be reached now, in one place for the widget, for new conversations and for the console: a department is open while
 * its hours are and one of its agents is AVAILABLE with a live connection, or while that is so of one that answers for it, see {@link
 * OverflowPolicy}. Computed when asked; nobody keeps the answer. A session bean, as it is asked from threads of the web module too, where an
 * EAR has no persistence of its own.
 */
@Stateless
@Local(Availability.class)
@PermitAll
public class Reachability implements Availability {
    @Inject
    Roster roster;

    @Inject
    Workload work;

    @Inject
    Departments departments;

    @Inject
    Hours hours;

    @Inject
    Attendance attendance;

    @Inject
    OverflowBook overflow;

    @Inject
    Clock clock;

    @Override
    public SiteAvailability ofSite(SiteView site) {
        List<DepartmentView> all = departments.of(site.companyId());
        Map<Long, HoursLevel> levels = all.stream()
                .collect(Collectors.toMap(DepartmentView::id, d -> new HoursLevel(site.id(), d.id(), Channel.CHAT)));
        Instant at = clock.instant();
        Openings openings = hours.openings(site.companyId(), levels.values(), at);
        Map<Long, Reason> staffed = attendance.staffed(site.companyId());
        List<OfDepartment> each = all.stream()
                .map(d -> answer(d, openings.each().get(levels.get(d.id())), staffed.get(d.id())))
                .toList();
        Reason reason = each.stream()
                .map(OfDepartment::reason)
                .min(Comparator.naturalOrder())
                .orElse(Reason.NO_AGENT);
        Instant nextChange = reason.open()
                ? hours.openings(site.companyId(), open(each, levels), at).nextChange()
                : reason == Reason.NO_AGENT ? null : openings.nextChange();
        return new SiteAvailability(reason.open(), reason, nextChange, openings.firstChange(), answered(site, each));
    }

    /** Where another department answers what is begun in one that nobody is in, it is as open as the other one. */
    private List<OfDepartment> answered(SiteView site, List<OfDepartment> each) {
        Map<Long, OverflowRule> rules = overflow.rules(site.companyId());
        if (rules.isEmpty()) return each;
        Map<Long, OfDepartment> known =
                each.stream().collect(Collectors.toMap(d -> d.department().id(), Function.identity()));
        return each.stream()
                .map(own -> OverflowPolicy.answering(
                                own.department().id(),
                                rules,
                                d -> known.containsKey(d) && known.get(d).open())
                        .map(known::get)
                        .map(by -> new OfDepartment(own.department(), by.reason(), by.nextChange()))
                        .orElse(own))
                .toList();
    }

    /** The levels of those departments that are open: where nobody is, hours that last longer help no visitor. */
    private static List<HoursLevel> open(List<OfDepartment> each, Map<Long, HoursLevel> levels) {
        return each.stream()
                .filter(OfDepartment::open)
                .map(d -> levels.get(d.department().id()))
                .toList();
    }

    private static OfDepartment answer(DepartmentView department, Opening opening, Reason staffed) {
        if (!opening.open()) {
            boolean ordinary = opening.reason() == Opening.Reason.OUTSIDE_HOURS;
            return new OfDepartment(department, ordinary ? Reason.CLOSED : Reason.HOLIDAY, opening.nextChange());
        }
        if (staffed == null) return new OfDepartment(department, Reason.NO_AGENT, null);
        return new OfDepartment(department, staffed, opening.nextChange());
    }

    @Override
    public boolean attended(long companyId, long siteId, long departmentId) {
        return attendance.answering(companyId, siteId, departmentId).isPresent();
    }

    @Override
    public Set<Long> staffedDepartments(long companyId) {
        return work.memberships(companyId, accounts(roster.reachable(companyId)))
                .keySet();
    }

    @Override
    public Map<Long, String> marks(Collection<Long> companies) {
        Map<Long, String> people = roster.marks(companies);
        Map<Long, Long> versions = hours.versions(companies);
        Map<Long, String> overflows = overflow.marks(companies);
        return companies.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        c -> people.getOrDefault(c, "") + "/" + versions.getOrDefault(c, 0L) + "/"
                                + overflows.getOrDefault(c, "")));
    }

    private static Collection<Long> accounts(List<AgentState> agents) {
        return agents.stream().map(AgentState::accountId).toList();
    }
}
