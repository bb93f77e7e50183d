package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.routing.OverflowPolicy.Now;
import dev.parley.routing.OverflowPolicy.Onward;
import dev.parley.routing.OverflowPolicy.Past;
import dev.parley.routing.OverflowPolicy.Waiting;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what waits goes on, and to where. Departments are 1 to 5, and each rule leads to the next one unless told otherwise. */
@Tag("ROU-7")
class OverflowPolicyTest {
    private static final Now THERE = new Now(null, true, 0, null);
    private static final Now NOBODY = new Now(OverflowReason.NOBODY, false, 0, null);
    private static final Now CLOSED = new Now(OverflowReason.CLOSED, false, 0, null);
    private static final Now RELOADING = new Now(null, false, 0, null);

    private final Map<Long, OverflowRule> rules = new HashMap<>();
    private final Map<Long, Now> departments = new HashMap<>();

    private void rule(long from, long to, Integer length, Integer minutes, Integer seconds, boolean unattended) {
        rules.put(
                from,
                new OverflowRule(
                        from,
                        to,
                        length,
                        minutes == null ? null : Duration.ofMinutes(minutes),
                        seconds == null ? null : Duration.ofSeconds(seconds),
                        unattended));
    }

    private OverflowPolicy policy() {
        return new OverflowPolicy(rules, department -> departments.getOrDefault(department, THERE));
    }

    private static Waiting waiting(int before, long seconds, Integer expectedMinutes, Past past) {
        Duration expected = expectedMinutes == null ? null : Duration.ofMinutes(expectedMinutes);
        return new Waiting(1, before, Duration.ofSeconds(seconds), expected, past);
    }

    @ParameterizedTest(
            name = "length {0}, minutes {1}, seconds {2}, unattended {3}: {4} before, {5} s, {6} min, {7} > {8}")
    @CsvSource({
        // nothing is said, or nothing of it is true
        "  , , , false,   99, 9999, 99, THERE,     stays",
        " 5, , , false,    4,    0,   , THERE,     stays",
        "  ,10,, false,    0,    0, 10, THERE,     stays",
        "  ,10,, false,    0,    0,   , THERE,     stays",
        "  , ,60,false,    0,   60,   , THERE,     stays",
        "  , , ,  true,    9,    0,   , THERE,     stays",
        "  , , ,  true,    9,    0,   , RELOADING, stays",
        "9,9,99, false,    0,    0,   , NOBODY,    stays",
        // each by itself
        " 5, , , false,    5,    0,   , THERE,     LENGTH",
        " 5, , , false,    6,    0,   , THERE,     LENGTH",
        " 1, , , false,    1,    0,   , THERE,     LENGTH",
        "  ,10,, false,    0,    0, 11, THERE,     EXPECTED",
        "  , ,60,false,    0,   61,   , THERE,     WAITED",
        "  , , ,  true,    0,    0,   , NOBODY,    NOBODY",
        "  , , ,  true,    0,    0,   , CLOSED,    CLOSED",
        " 5, , , false,    5,    0,   , NOBODY,    LENGTH",
        // of several the first
        "5,10,60, true,    5,   61, 11, CLOSED,    CLOSED",
        "5,10,60, true,    5,   61, 11, THERE,     WAITED",
        "5,10,60, true,    5,    0, 11, THERE,     LENGTH",
    })
    void each_condition_lets_it_go(
            Integer length,
            Integer minutes,
            Integer seconds,
            boolean unattended,
            int before,
            long waited,
            Integer expected,
            String here,
            String reason) {
        rule(1, 2, length, minutes, seconds, unattended);
        departments.put(1L, now(here));

        var decided = policy().decide(waiting(before, waited, expected, Past.NONE));

        assertThat(decided.map(onward -> onward.reason().name()).orElse("stays"))
                .isEqualTo(reason);
        assertThat(decided.map(Onward::to).orElse(2L)).isEqualTo(2);
    }

    private static Now now(String name) {
        return switch (name) {
            case "THERE" -> THERE;
            case "RELOADING" -> RELOADING;
            case "NOBODY" -> NOBODY;
            case "CLOSED" -> CLOSED;
            case "FULL" -> new Now(null, true, 5, null);
            case "SLOW" -> new Now(null, true, 0, Duration.ofMinutes(11));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Department 1 has too much, or nobody; the others are as said, and each would let go what the next can take. */
    @ParameterizedTest(name = "1 {0}, 2 {1}, 3 {2}, 4 {3}, was in {4}, {5} links > {6} by {7}")
    @CsvSource({
        // to the first that can help, past those that can not
        "FULL,   THERE, THERE, THERE,     ,   0, 2, 1",
        "FULL,   FULL,  THERE, THERE,     ,   0, 3, 2",
        "FULL,   SLOW,  THERE, THERE,     ,   0, 3, 2",
        "FULL,   NOBODY,THERE, THERE,     ,   0, 3, 2",
        "FULL,   CLOSED,FULL,  THERE,     ,   0, 4, 3",
        "FULL,   RELOADING, THERE, THERE, ,   0, 3, 2",
        // from one full queue to another would be for nothing
        "FULL,   FULL,  FULL,  FULL,      ,   0, 0, 0",
        // but whoever finds nobody goes where somebody is
        "NOBODY, FULL,  FULL,  FULL,      ,   0, 2, 1",
        "NOBODY, FULL,  THERE, THERE,     ,   0, 3, 2",
        "CLOSED, NOBODY,FULL,  CLOSED,    ,   0, 3, 2",
        "NOBODY, NOBODY,NOBODY,CLOSED,    ,   0, 0, 0",
        "NOBODY, NOBODY,NOBODY,RELOADING, ,   0, 0, 0",
        // never back, and no more than three links in all
        "FULL,   THERE, THERE, THERE,    2,   0, 0, 0",
        "FULL,   FULL,  THERE, THERE,    3,   1, 0, 0",
        "FULL,   FULL,  THERE, THERE,     ,   1, 3, 2",
        "FULL,   FULL,  THERE, THERE,     ,   2, 0, 0",
        "FULL,   THERE, THERE, THERE,     ,   3, 0, 0",
        "NOBODY, THERE, THERE, THERE,     ,   3, 0, 0",
    })
    void it_goes_to_the_first_that_can_help(
            String first, String second, String third, String fourth, Long been, int links, long to, int followed) {
        for (long from = 1; from <= 4; from++) rule(from, from + 1, 5, 10, null, true);
        departments.put(1L, now(first));
        departments.put(2L, now(second));
        departments.put(3L, now(third));
        departments.put(4L, now(fourth));
        Past past = new Past(been == null ? Set.of() : Set.of(been), links);

        var decided = policy().decide(waiting(5, 0, null, past));

        assertThat(decided.map(Onward::to).orElse(0L)).isEqualTo(to);
        assertThat(decided.map(Onward::links).orElse(0)).isEqualTo(followed);
    }

    @Test
    void the_fifth_department_is_too_far() {
        for (long from = 1; from <= 4; from++) rule(from, from + 1, null, null, null, true);
        for (long department = 1; department <= 4; department++) departments.put(department, NOBODY);

        assertThat(policy().decide(waiting(0, 0, null, Past.NONE))).isEmpty();
    }

    @Test
    void a_circle_ends_where_it_began() {
        rule(1, 2, 1, null, null, true);
        rule(2, 3, 1, null, null, true);
        rule(3, 1, 1, null, null, true);
        for (long department = 1; department <= 3; department++) departments.put(department, now("FULL"));

        assertThat(policy().decide(waiting(5, 0, null, Past.NONE))).isEmpty();
    }

    @Test
    void a_department_that_keeps_what_waits_at_night_is_not_passed_by() {
        rule(1, 2, null, null, null, true);
        rule(2, 3, 1, 1, 1, false);
        departments.put(1L, NOBODY);
        departments.put(2L, NOBODY);

        assertThat(policy().decide(waiting(0, 0, null, Past.NONE))).isEmpty();
    }

    @ParameterizedTest(name = "here {0}, where it came from {1}, {2} links > {3}")
    @CsvSource({
        "NOBODY,    THERE,  1, NOBODY",
        "CLOSED,    FULL,   1, CLOSED",
        "NOBODY,    THERE,  5, NOBODY",
        "NOBODY,    THERE,  6, stays",
        "NOBODY,    NOBODY, 1, stays",
        "NOBODY,    CLOSED, 1, stays",
        "THERE,     THERE,  1, stays",
        "FULL,      THERE,  1, stays",
        "RELOADING, THERE,  1, stays",
    })
    void from_where_nobody_is_any_more_it_goes_back(String here, String home, int links, String reason) {
        departments.put(1L, now(here));
        departments.put(2L, now(home));

        var decided = policy().decideReturn(waiting(0, 0, null, new Past(Set.of(2L), links)), 2);

        assertThat(decided.map(onward -> onward.reason().name()).orElse("stays"))
                .isEqualTo(reason);
        assertThat(decided.map(Onward::to).orElse(2L)).isEqualTo(2);
    }

    @Test
    void before_anything_is_offered_only_time_counts() {
        rule(1, 2, 1, 1, 60, true);
        departments.put(1L, NOBODY);

        assertThat(policy().decideByTime(waiting(9, 60, 9, Past.NONE))).isEmpty();
        assertThat(policy().decideByTime(waiting(0, 61, null, Past.NONE)))
                .contains(new Onward(2, OverflowReason.WAITED, 1));
    }

    @ParameterizedTest(name = "attended {0}: {1}")
    @CsvSource({
        "1 2 3 4 5, 1",
        "2 3, 2",
        "3, 3",
        "4, 4",
        "5, 0",
        "'', 0",
    })
    void what_begins_is_answered_by_whom_the_chain_leads_to(String attended, long by) {
        for (long from = 1; from <= 4; from++) rule(from, from + 1, null, null, null, true);
        Set<Long> there = new HashSet<>();
        Arrays.stream(attended.split(" "))
                .filter(s -> !s.isEmpty())
                .map(Long::valueOf)
                .forEach(there::add);

        assertThat(OverflowPolicy.answering(1, rules, there::contains).orElse(0L))
                .isEqualTo(by);
    }

    @Test
    void nobody_answers_for_a_department_that_keeps_what_waits() {
        rule(1, 2, 1, 1, 1, false);
        rule(3, 4, null, null, null, true);
        rule(4, 3, null, null, null, true);

        assertThat(OverflowPolicy.answering(1, rules, department -> department == 2))
                .isEmpty();
        assertThat(OverflowPolicy.answering(3, rules, department -> false)).isEmpty();
    }
}
