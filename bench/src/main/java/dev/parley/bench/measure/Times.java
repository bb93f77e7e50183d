package dev.parley.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lengths of time in milliseconds, such as one for each key or frame. */
record Times(List<Double> all) {
    Times {
        all = all.stream().sorted().toList();
    }

    static Times none() {
        return new Times(List.of());
    }

    /** Takes an array of numbers. */
    static Times of(JsonNode array) {
        List<Double> all = new ArrayList<>();
        array.forEach(one -> all.add(one.asDouble()));
        return new Times(all);
    }

    /** The times between moments that follow one another. */
    static Times between(JsonNode moments) {
        List<Double> all = new ArrayList<>();
        for (int i = 1; i < moments.size(); i++) {
            all.add(moments.get(i).asDouble() - moments.get(i - 1).asDouble());
        }
        return new Times(all);
    }

    Times and(Times others) {
        return new Times(Stream.concat(all.stream(), others.all.stream()).toList());
    }

    /** The time that so many percent do not exceed. @throws IllegalStateException if there is none at all */
    double percentile(double percent) {
        if (all.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        return all.get((int) Math.max(0, Math.ceil(all.size() * percent / 100) - 1));
    }

    /** How many percent of the frames that were due, one each {@code frame}, did not come. */
    double missedPercent(double frame) {
        double due = all.stream()
                .mapToDouble(time -> Math.max(1, Math.round(time / frame)))
                .sum();
        return 100 * (due - all.size()) / due;
    }

    /** p50 / p95 / p99. */
    @Override
    public String toString() {
        return Stream.of(50, 95, 99)
                .map(percent -> Report.figure(percentile(percent)))
                .reduce((a, b) -> a + " / " + b)
                .orElseThrow();
    }
}
