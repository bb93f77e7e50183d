package dev.parley.bench.routing;

import java.util.ArrayList;
import java.util.List;

/** Where one promise was broken: all are counted, the first few are told. */
final class Findings {
    private static final int TOLD = 5;

    private final String promise;
    private final List<Finding> told = new ArrayList<>();
    private long count;

    /** One place. @param chats and {@code agents} keys of those concerned, for an excerpt of the history */
    record Finding(long at, String what, List<Long> chats, List<Long> agents) {}

    Findings(String promise) {
        this.promise = promise;
    }

    void add(long at, String what, List<Long> chats, List<Long> agents) {
        count++;
        if (told.size() < TOLD) {
            told.add(new Finding(at, what, chats, agents));
        }
    }

    String promise() {
        return promise;
    }

    long count() {
        return count;
    }

    List<Finding> told() {
        return List.copyOf(told);
    }

    /** For a report's line: how often, and the first place. */
    String detail() {
        return count == 0 ? "" : count + " times, such as " + told.get(0).what();
    }
}
