package dev.parley.routing.replay;

import dev.parley.routing.replay.RecordedDay.Ending;
import dev.parley.routing.replay.RecordedDay.Stay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long conversations were held that day until they were closed: the middle of the department's, else of all. */
final class TypicalLengths {
    /** Where none was closed all day long. */
    static final Duration USUAL = Duration.ofMinutes(10);

    private final Map<Long, Duration> byDepartment = new HashMap<>();
    private final Duration all;

    TypicalLengths(RecordedDay day) {
        Map<Long, List<Duration>> lengths = new HashMap<>();
        List<Duration> every = new ArrayList<>();
        day.chats().stream().flatMap(chat -> chat.stays().stream()).forEach(stay -> {
            List<Duration> closed = closed(stay);
            every.addAll(closed);
            lengths.computeIfAbsent(stay.department(), key -> new ArrayList<>()).addAll(closed);
        });
        all = Figures.middle(every).orElse(USUAL);
        lengths.forEach((department, of) ->
                byDepartment.put(department, Figures.middle(of).orElse(all)));
    }

    private static List<Duration> closed(Stay stay) {
        return stay.holds().stream()
                .filter(hold -> hold.ending() == Ending.CLOSED)
                .map(RecordedDay.Hold::length)
                .toList();
    }

    Duration of(long department) {
        return byDepartment.getOrDefault(department, all);
    }
}
