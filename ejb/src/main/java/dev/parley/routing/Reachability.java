package dev.parley.routing;

import dev.parley.agent.AgentState;
import dev.parley.agent.Roster;
import dev.parley.company.Availability;
import dev.parley.routing.persistence.Workload;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/**
 * Whether somebody can be reached now, in one place for the widget, for new conversations and for the console: a department is open while
 * one of its agents is AVAILABLE with a live connection. Computed when asked; nobody keeps the answer. A
 * session bean, as it is asked from threads of the web module too, where an EAR has no persistence of its own.
 */
@Stateless
@Local(Availability.class)
@PermitAll
public class Reachability implements Availability {
    @Inject
    Roster roster;

    @Inject
    Workload work;

    @Override
    public Set<Long> openDepartments(long companyId) {
        List<Long> agents =
                roster.reachable(companyId).stream().map(AgentState::accountId).toList();
        return agents.isEmpty() ? Set.of() : work.departments(companyId, agents);
    }
}
