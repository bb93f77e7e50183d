package dev.parley.routing;

import dev.parley.agent.AgentState;
import dev.parley.agent.Roster;
import dev.parley.routing.persistence.WaitBook;
import dev.parley.routing.persistence.Workload;
import dev.parley.routing.persistence.Workload.Load;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How long a place in a department's queue will take, from how the queue moved lately. Promises nothing: {@link Waits} does. */
@ApplicationScoped
class Forecast {
    @Inject
    WaitBook book;

    @Inject
    Workload work;

    @Inject
    Roster roster;

    @Inject
    Clock clock;

    /**
     * A queue at one moment.
     *
     * @param free how many of those who wait somebody has room for, those held out to somebody among them
     * @param history null where nobody is there to come to an end with anybody
     * @param since since when the head of the queue has been there, or null
     */
    record OfQueue(int free, WaitHistory history, Instant since, Instant now) {
        /** Null where too little is known, or where nobody is there. @param position 1 is next */
        WaitRange range(int position) {
            return history == null
                    ? null
                    : history.expect(position, free, since, now).orElse(null);
        }
    }

    /** The department's queue now. */
    public OfQueue of(long companyId, long departmentId) {
        Instant now = clock.instant();
        Map<Long, AgentState> there = roster.reachable(companyId).stream()
                .filter(agent -> agent.capacity() > 0)
                .collect(Collectors.toMap(AgentState::accountId, Function.identity()));
        Set<Long> members = there.isEmpty() ? Set.of() : work.members(departmentId, there.keySet());
        if (members.isEmpty()) return new OfQueue(0, null, null, now);
        Map<Long, Load> loads = work.of(members);
        int places = members.stream()
                .mapToInt(agent -> there.get(agent).capacity()
                        - loads.getOrDefault(agent, Load.NONE).places())
                .filter(left -> left > 0)
                .sum();
        return new OfQueue(
                places + book.heldOut(companyId, departmentId),
                new WaitHistory(book.stays(companyId, departmentId, now.minus(WaitHistory.KEPT))),
                book.waitingSince(companyId, departmentId),
                now);
    }
}
