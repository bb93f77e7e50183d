package dev.parley.routing;

import dev.parley.shared.Invalid;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Skills by name, each with a level: what an agent has, or what a conversation requires at least.
 *
 * @param levels 1 to 5 by name; names are in lower case, 1 to 40 characters, at most 50 of them
 */
public record SkillSet(Map<String, Integer> levels) implements Serializable {
    public static final SkillSet NONE = new SkillSet(Map.of());

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 40;
    private static final int HIGHEST_LEVEL = 5;

    /** @throws Invalid for too many, a name that is none, or a level that is not 1 to 5 */
    public SkillSet {
        if (levels.size() > MOST) throw new Invalid("There are at most 50 skills.");
        var kept = new TreeMap<String, Integer>();
        levels.forEach((name, level) -> {
            if (level == null || level < 1 || level > HIGHEST_LEVEL) throw new Invalid("A skill's level is 1 to 5.");
            if (kept.put(named(name), level) != null) throw new Invalid("The skill '" + name + "' is there twice.");
        });
        levels = Map.copyOf(kept);
    }

    private static String named(String name) {
        String stripped = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        boolean plain = stripped.codePoints()
                .allMatch(c -> Character.isLetterOrDigit(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || " -_.+#/&".indexOf(c) >= 0);
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME || !plain) {
            throw new Invalid("A skill's name is 1 to 40 letters, digits, blanks and - _ . + # / &.");
        }
        return stripped;
    }

    /** As {@link #text()} wrote it; null is none. */
    public static SkillSet parse(String text) {
        if (text == null || text.isEmpty()) return NONE;
        var levels = new TreeMap<String, Integer>();
        for (String part : text.split(",")) {
            int colon = part.lastIndexOf(':');
            levels.put(part.substring(0, colon), Integer.valueOf(part.substring(colon + 1)));
        }
        return new SkillSet(levels);
    }

    /** {@code name:level,name:level} by name; null for none. */
    public String text() {
        if (levels.isEmpty()) return null;
        return new TreeMap<>(levels)
                .entrySet().stream().map(e -> e.getKey() + ":" + e.getValue()).collect(Collectors.joining(","));
    }

    /** These and those, the higher level of each; beyond 50 the later names are left out. */
    public SkillSet and(SkillSet others) {
        if (others.levels.isEmpty()) return this;
        if (levels.isEmpty()) return others;
        var both = new TreeMap<>(levels);
        others.levels.forEach((name, level) -> both.merge(name, level, Math::max));
        while (both.size() > MOST) both.pollLastEntry();
        return new SkillSet(both);
    }

    /** Whether each of {@code required} is here at that level or above. */
    boolean cover(SkillSet required) {
        return required.levels.entrySet().stream()
                .allMatch(one -> levels.getOrDefault(one.getKey(), 0) >= one.getValue());
    }
}
