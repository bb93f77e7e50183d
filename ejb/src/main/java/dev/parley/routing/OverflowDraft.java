package dev.parley.routing;

import dev.parley.shared.Invalid;
import java.io.Serializable;

/**
 * When what waits in a department shall go on to another, as an administrator writes it. What is null does not matter.
 *
 * @param department public id of the other one; null: everything stays
 * @param queueLength so many wait before it, 1 to 1,000
 * @param expectedMinutes it may wait longer than this, 1 to 1,440: the upper end of the range that visitors are told
 * @param waitedSeconds it has waited longer than this in the department, 1 to 86,400
 * @param unattended whether it goes on while the department is closed or nobody is there
 */
public record OverflowDraft(
        String department, Integer queueLength, Integer expectedMinutes, Integer waitedSeconds, boolean unattended)
        implements Serializable {
    public static final int MOST_LENGTH = 1_000;
    public static final int MOST_MINUTES = 1_440;
    public static final int MOST_SECONDS = 86_400;

    /** Everything stays. */
    public static final OverflowDraft NONE = new OverflowDraft(null, null, null, null, false);

    /** @throws Invalid for a figure outside its bounds, a department without a condition, or a condition without a department */
    public OverflowDraft {
        within("queueLength", queueLength, MOST_LENGTH);
        within("expectedMinutes", expectedMinutes, MOST_MINUTES);
        within("waitedSeconds", waitedSeconds, MOST_SECONDS);
        boolean some = queueLength != null || expectedMinutes != null || waitedSeconds != null || unattended;
        if (department == null && some) throw new Invalid("Say to which department it goes on.");
        if (department != null && !some) throw new Invalid("Say when it goes on.");
    }

    private static void within(String name, Integer value, int most) {
        if (value != null && (value < 1 || value > most)) throw new Invalid("'" + name + "' is 1 to " + most + ".");
    }

    /** Whether everything stays. */
    public boolean keepsAll() {
        return department == null;
    }
}
