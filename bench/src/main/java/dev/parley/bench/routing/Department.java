package dev.parley.bench.routing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How a department routes; the figures are those of the documentation where it says nothing. */
final class Department {
    String strategy = "longest-idle";
    long relaxSkills = 60_000_000;
    long relaxLanguage = 120_000_000;
    long lastAgent = 20_000_000;
    String skills;
    String language;

    boolean manual() {
        return strategy.equals("manual");
    }

    boolean ringsAll() {
        return strategy.equals("ring-all");
    }

    /** What a conversation in it still asks for after so long a wait. */
    Map<String, Integer> demands(String siteSkills, String ownSkills, long waited) {
        return waited < relaxSkills ? Skills.of(siteSkills, ownSkills, skills) : Map.of();
    }

    /** The language that it still asks for after so long a wait; null for any. */
    String demandsLanguage(String own, String visitors, String siteLanguages, long waited) {
        if (waited >= relaxLanguage) {
            return null;
        }
        String[] spoken = siteLanguages == null ? new String[0] : siteLanguages.split(",");
        boolean understood = visitors != null && Arrays.stream(spoken).anyMatch(tag -> same(tag.strip(), visitors));
        return Stream.of(
                        Optional.ofNullable(own),
                        Optional.ofNullable(understood ? visitors : null),
                        Optional.ofNullable(language),
                        Arrays.stream(spoken)
                                .map(String::strip)
                                .filter(tag -> !tag.isEmpty())
                                .findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** Regions do not matter. */
    static boolean same(String one, String other) {
        return one.split("-", 2)[0].equalsIgnoreCase(other.split("-", 2)[0]);
    }
}
