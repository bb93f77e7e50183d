package dev.parley.routing;

import dev.parley.agent.AgentState;
import dev.parley.agent.Roster;
import dev.parley.company.SiteAvailability.Reason;
import dev.parley.hours.Channel;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursLevel;
import dev.parley.routing.persistence.OverflowBook;
import dev.parley.routing.persistence.Workload;
import dev.parley.routing.persistence.Workload.Load;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where somebody is, by presence and by the hours. Computed when asked. */
@ApplicationScoped
class Attendance {
    @Inject
    Roster roster;

    @Inject
    Workload work;

    @Inject
    Hours hours;

    @Inject
    OverflowBook overflow;

    @Inject
    Clock clock;

    /** The departments in which somebody is there who takes conversations at all, and whether one of them has room. */
    public Map<Long, Reason> staffed(long companyId) {
        Map<Long, AgentState> agents = roster.reachable(companyId).stream()
                .filter(agent -> agent.capacity() > 0)
                .collect(Collectors.toMap(AgentState::accountId, Function.identity()));
        if (agents.isEmpty()) return Map.of();
        Map<Long, Load> loads = work.of(agents.keySet());
        return work.memberships(companyId, agents.keySet()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> room(e.getValue(), agents, loads)));
    }

    private static Reason room(Set<Long> members, Map<Long, AgentState> agents, Map<Long, Load> loads) {
        boolean room = members.stream()
                .anyMatch(account -> loads.getOrDefault(account, Load.NONE).places()
                        < agents.get(account).capacity());
        return room ? Reason.AVAILABLE : Reason.BUSY;
    }

    /** Who is where at this moment, for many questions in a row; for one look, not to be kept. */
    public Look look(long companyId) {
        return new Look(companyId, staffed(companyId).keySet());
    }

    /** The department whose people would answer a chat that begins on the site now in {@code departmentId}: it or one that answers for it. */
    public Optional<Long> answering(long companyId, long siteId, long departmentId) {
        Look now = look(companyId);
        if (now.attended(siteId, departmentId)) return Optional.of(departmentId);
        return OverflowPolicy.answering(departmentId, overflow.rules(companyId), d -> now.attended(siteId, d));
    }

    /** Everything about one company that one look asks for. */
    final class Look {
        private final long companyId;
        private final Set<Long> staffed;
        private final Map<HoursLevel, Boolean> open = new HashMap<>();

        private Set<Long> held;

        private Look(long companyId, Set<Long> staffed) {
            this.companyId = companyId;
            this.staffed = staffed;
        }

        /** Whether it is open for chats of the site and somebody is there. */
        boolean attended(long siteId, long departmentId) {
            return staffed.contains(departmentId) && open(siteId, departmentId);
        }

        /** Why nobody can be reached there; null while it is open and somebody is there, or was so lately that the connection may come back. */
        OverflowReason shut(long siteId, long departmentId) {
            if (!open(siteId, departmentId)) return OverflowReason.CLOSED;
            if (staffed.contains(departmentId)) return null;
            if (held == null) held = work.held(companyId);
            return held.contains(departmentId) ? null : OverflowReason.NOBODY;
        }

        private boolean open(long siteId, long departmentId) {
            return open.computeIfAbsent(
                    new HoursLevel(siteId, departmentId, Channel.CHAT),
                    level -> hours.openings(companyId, List.of(level), clock.instant())
                            .each()
                            .get(level)
                            .open());
        }
    }
}
