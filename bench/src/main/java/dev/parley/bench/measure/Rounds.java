package dev.parley.bench.measure;

import dev.parley.bench.Report;
import java.util.ArrayList;
import java.util.List;

/** One figure taken once a round; the median speaks, the spread says how loudly. */
final class Rounds {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Median and, in brackets, least and most. */
    @Override
    public String toString() {
        double least = values.stream().min(Double::compare).orElseThrow();
        double most = values.stream().max(Double::compare).orElseThrow();
        return Report.figure(median()) + " (" + Report.figure(least) + " - " + Report.figure(most) + ")";
    }
}
