package dev.parley.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tasks that a document's main thread carried out, in milliseconds: as a clock saw them, which is what holds a
 * visitor up, and of processor time, which a busy machine does not lengthen. A slowed processor lengthens both.
 */
record MainThread(List<Double> clock, List<Double> processor) {
    /** Longer ones hold up whoever clicks, types or scrolls. */
    static final double LONG = 50;

    static MainThread none() {
        return new MainThread(List.of(), List.of());
    }

    /**
     * Picks them out of Chromium's trace.
     *
     * @param mark that a document set by {@code performance.mark}: the thread that did so is meant
     */
    static MainThread of(List<JsonNode> trace, String mark) {
        Set<String> threads = trace.stream()
                .filter(event -> event.path("name").asText().equals(mark))
                .map(MainThread::thread)
                .collect(Collectors.toSet());
        List<JsonNode> tasks = trace.stream()
                .filter(event -> event.path("name").asText().equals("RunTask") && event.has("dur"))
                .filter(event -> threads.contains(thread(event)))
                .toList();
        return new MainThread(millis(tasks, "dur"), millis(tasks, "tdur"));
    }

    private static List<Double> millis(List<JsonNode> tasks, String length) {
        return tasks.stream().map(task -> task.path(length).asDouble() / 1e3).toList();
    }

    private static String thread(JsonNode event) {
        return event.path("pid").asLong() + "/" + event.path("tid").asLong();
    }

    MainThread and(MainThread others) {
        return new MainThread(
                Stream.concat(clock.stream(), others.clock.stream()).toList(),
                Stream.concat(processor.stream(), others.processor.stream()).toList());
    }

    /** Processor time of all of them. */
    double total() {
        return processor.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The longest by the clock; 0 if there was none. */
    double longest() {
        return longest(clock);
    }

    /** The longest by processor time; 0 if there was none. */
    double longestProcessor() {
        return longest(processor);
    }

    /** How many took longer than 50 ms of processor time. */
    long longOnes() {
        return processor.stream().filter(time -> time > LONG).count();
    }

    private static double longest(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
