package dev.parley.routing.replay;

import dev.parley.routing.RoutingRules;

/**
 * What is otherwise than on the day itself.
 *
 * @param department key of the only department that it is otherwise for, or null where nothing is
 * @param rules by which it routes the whole day long
 * @param capacity how many each of its members may hold who may hold any, or null for what each could hold
 */
public record ReplayPolicy(Long department, RoutingRules rules, Integer capacity) {
    /** The day as it was. */
    public static final ReplayPolicy UNCHANGED = new ReplayPolicy(null, null, null);

    boolean holdsFor(long other) {
        return department != null && department == other;
    }
}
