package dev.parley.web.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a user agent says of the program and the system it runs on, as far as its owner has to recognise it. Browsers call themselves by the
 * names of others too: the first that fits counts.
 *
 * @param program {@code Firefox}; of what is no browser its own name
 * @param system {@code Windows}, or null where it does not say
 */
record Machine(String program, String system) {
    private static final Map<String, String> PROGRAMS = inOrder(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "Firefox/",
            "Firefox",
            "FxiOS/",
            "Firefox",
            "Chrome/",
            "Chrome",
            "CriOS/",
            "Chrome",
            "Safari/",
            "Safari");
    private static final Map<String, String> SYSTEMS = inOrder(
            "Windows",
            "Windows",
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "CrOS",
            "ChromeOS",
            "Mac OS X",
            "macOS",
            "Linux",
            "Linux");
    private static final int LONGEST = 40;

    /** Nothing where the client did not say. */
    static Optional<Machine> of(String userAgent) {
        if (userAgent == null || userAgent.isBlank()) return Optional.empty();
        String own = userAgent.strip().split("[\\s/(]", 2)[0];
        String program = first(PROGRAMS, userAgent).orElse(own.length() > LONGEST ? own.substring(0, LONGEST) : own);
        return Optional.of(new Machine(program, first(SYSTEMS, userAgent).orElse(null)));
    }

    private static Optional<String> first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return map;
    }
}
