package dev.parley.bench.routing;

import java.util.HashMap;
import java.util.Map;

/** Skills as the database has them in a text, {@code name:level,name:level}. */
final class Skills {
    private Skills() {}

    /** Of several texts, each of which may be null, the higher level of each name. */
    static Map<String, Integer> of(String... texts) {
        Map<String, Integer> all = new HashMap<>();
        for (String text : texts) {
            if (text == null || text.isEmpty()) {
                continue;
            }
            for (String one : text.split(",")) {
                int colon = one.lastIndexOf(':');
                all.merge(one.substring(0, colon), Integer.valueOf(one.substring(colon + 1)), Math::max);
            }
        }
        return all;
    }
}
