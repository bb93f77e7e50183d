package dev.parley.web.rest;

import dev.parley.company.ContactPointView;
import java.util.List;

/** One way to reach a company. {@code shown}: visitors see it; true where it is not said, and not said to visitors. */
public record ContactLine(String label, String value, Boolean shown) {
    static List<ContactLine> of(List<ContactPointView> points) {
        return points.stream()
                .map(p -> new ContactLine(p.label(), p.value(), p.shown()))
                .toList();
    }

    static List<ContactLine> forVisitors(List<ContactPointView> points) {
        return points.stream()
                .map(p -> new ContactLine(p.label(), p.value(), null))
                .toList();
    }

    static List<ContactPointView> views(List<ContactLine> lines) {
        if (lines == null) return List.of();
        return lines.stream()
                .map(l -> new ContactPointView(l.label, l.value, l.shown == null || l.shown))
                .toList();
    }
}
