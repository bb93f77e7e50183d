package dev.parley.routing.persistence;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lists of keys as parameters of one native query: {@code in (?4,?5,?6)}. The number of parameters is rounded up by naming the last key
 * again, so that a question about 17 agents has the text of one about 23: driver and database keep what they parsed and planned of a text,
 * which for the choice of an agent costs more than to carry it out (2.5 to 4 ms of planning each time, seen in pg_stat_statements). Not to be
 * used twice.
 */
final class KeyList {
    private static final int[] SIZES = {1, 8, 32, 128, 512};
    /** What no row has, for a list without keys. */
    private static final long NOBODY = -1;

    private final Map<Integer, Long> values = new HashMap<>();
    private int next;

    /** @param first number of the first parameter that the query has not given away itself */
    KeyList(int first) {
        next = first;
    }

    /** What stands between the parentheses for these keys; it may stand in the query more than once. No keys at all match nothing. */
    String of(Collection<Long> keys) {
        List<Long> all = new ArrayList<>(keys.stream().distinct().toList());
        if (all.isEmpty()) all.add(NOBODY);
        int begin = next;
        for (Long key : all) values.put(next++, key);
        int last = next - 1;
        return IntStream.range(0, size(all.size()))
                .mapToObj(place -> "?" + Math.min(begin + place, last))
                .collect(Collectors.joining(","));
    }

    private static int size(int keys) {
        for (int size : SIZES) if (keys <= size) return size;
        return keys;
    }

    /** The query with all keys in their places. */
    Query in(Query query) {
        values.forEach(query::setParameter);
        return query;
    }
}
