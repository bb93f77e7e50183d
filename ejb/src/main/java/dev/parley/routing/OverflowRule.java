package dev.parley.routing;

import java.time.Duration;

/**
 * When what waits in one department goes on to another. What is null does not matter.
 *
 * @param from key of the department
 * @param to key of the other one; not archived
 * @param length so many wait before it that nobody is asked about
 * @param expected what it would be told at most is more than this
 * @param waited it has waited longer than this in the department
 * @param whenUnattended whether it goes on while the department is closed or nobody is there
 */
public record OverflowRule(
        long from, long to, Integer length, Duration expected, Duration waited, boolean whenUnattended) {
    /** Why {@code one} would go on, if there is somewhere to go; null where it stays. */
    OverflowReason reason(OverflowPolicy.Waiting one, OverflowPolicy.Now here) {
        if (whenUnattended && here.shut() != null) return here.shut();
        if (waitedTooLong(one)) return OverflowReason.WAITED;
        if (length != null && one.before() >= length) return OverflowReason.LENGTH;
        return isMore(one.expected()) ? OverflowReason.EXPECTED : null;
    }

    boolean waitedTooLong(OverflowPolicy.Waiting one) {
        return waited != null && one.waitedHere().compareTo(waited) > 0;
    }

    /** Whether whoever came now would go on at once because so much waits. */
    boolean full(OverflowPolicy.Now here) {
        return length != null && here.length() >= length || isMore(here.expected());
    }

    private boolean isMore(Duration told) {
        return expected != null && told != null && told.compareTo(expected) > 0;
    }
}
