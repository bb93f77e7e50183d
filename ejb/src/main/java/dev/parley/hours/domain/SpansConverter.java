package dev.parley.hours.domain;

import dev.parley.hours.Span;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Spans in a column: {@code 09:00-12:00 22:00-02:00}; the empty text for none. */
@Converter
public class SpansConverter implements AttributeConverter<List<Span>, String> {
    @Override
    public String convertToDatabaseColumn(List<Span> spans) {
        return text(spans);
    }

    @Override
    public List<Span> convertToEntityAttribute(String column) {
        return spans(column);
    }

    static String text(List<Span> spans) {
        return spans.stream().map(s -> s.from() + "-" + s.to()).collect(Collectors.joining(" "));
    }

    static List<Span> spans(String text) {
        if (text == null || text.isBlank()) return List.of();
        return Arrays.stream(text.strip().split(" "))
                .map(s -> s.split("-", 2))
                .map(s -> Span.of(s[0], s[1]))
                .toList();
    }
}
