package dev.parley.routing;

import java.util.Set;

/**
 * What an agent can.
 *
 * @param languages BCP 47 tags; empty: nobody has said, and the agent is asked whatever the language
 */
public record Abilities(SkillSet skills, Set<String> languages) {
    public static final Abilities NONE = new Abilities(SkillSet.NONE, Set.of());

    public Abilities {
        languages = Set.copyOf(languages);
    }

    /** @param language null for any; a region does not matter: who speaks en-GB speaks en-US */
    boolean speak(String language) {
        return language == null
                || languages.isEmpty()
                || languages.stream().anyMatch(spoken -> SpokenLanguage.same(spoken, language));
    }
}
