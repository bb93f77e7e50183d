package dev.parley.sla;

import dev.parley.conversation.Priority;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a department promises, by priority. Of what a priority does not say the normal one's holds.
 *
 * @param each what is said of a priority; one of which nothing is said is missing
 */
public record TargetRules(Map<Priority, TargetTimes> each) implements Serializable {
    /** Nothing is promised. */
    public static final TargetRules NONE = new TargetRules(Map.of());

    public TargetRules {
        Map<Priority, TargetTimes> said = new EnumMap<>(Priority.class);
        said.putAll(each);
        said.values().removeIf(TargetTimes.NONE::equals);
        each = Collections.unmodifiableMap(said);
    }

    /** What is said of the priority itself. */
    public TargetTimes of(Priority priority) {
        return each.getOrDefault(priority, TargetTimes.NONE);
    }

    /** What holds, in minutes of business time; null where nothing is promised. */
    public Integer minutes(Priority priority, Measure measure) {
        Integer own = of(priority).minutes(measure);
        return own != null ? own : of(Priority.NORMAL).minutes(measure);
    }

    /** Whether anything is promised at all. */
    public boolean promises() {
        return !each.isEmpty();
    }

    /** The same for the same rules. */
    String text() {
        return Arrays.stream(Priority.values()).map(p -> p.wire() + of(p)).collect(Collectors.joining(" "));
    }
}
