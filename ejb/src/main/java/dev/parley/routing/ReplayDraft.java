package dev.parley.routing;

import dev.parley.shared.Invalid;
import java.time.LocalDate;

/**
 * Which day shall be replayed, and under what policy.
 *
 * @param day in the company's time zone; over already, and at most 31 days ago
 * @param policy by which the department routes the whole day long, or null for the rules of that day; what it says of required skills and of the
 *     language is not looked at
 * @param capacity how many conversations each of its members may hold, 1 to 100, or null for what each could hold; who could hold none still holds none
 */
public record ReplayDraft(LocalDate day, RoutingDraft policy, Integer capacity) {
    private static final int MOST = 100;

    /** @throws Invalid without a day, for a capacity outside its bounds, or a policy under which agents would choose themselves */
    public ReplayDraft {
        if (day == null) throw new Invalid("Say which day.");
        if (capacity != null && (capacity < 1 || capacity > MOST)) throw new Invalid("'capacity' is 1 to 100.");
        if (policy != null && policy.strategy() == Strategy.MANUAL) {
            throw new Invalid("What agents would pick by hand nobody can tell: choose another strategy.");
        }
    }
}
