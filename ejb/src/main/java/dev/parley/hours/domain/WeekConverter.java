package dev.parley.hours.domain;

import dev.parley.hours.Span;
import dev.parley.hours.Week;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A week in a column: a line for each day that is open, {@code 1 09:00-12:00 13:00-17:00}, Monday is 1. The empty text is never open. */
@Converter
public class WeekConverter implements AttributeConverter<Week, String> {
    @Override
    public String convertToDatabaseColumn(Week week) {
        if (week == null) return null;
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> !week.on(day).isEmpty())
                .map(day -> day.getValue() + " " + SpansConverter.text(week.on(day)))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Week convertToEntityAttribute(String column) {
        if (column == null) return null;
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        column.lines()
                .forEach(line -> days.put(DayOfWeek.of(line.charAt(0) - '0'), SpansConverter.spans(line.substring(1))));
        return new Week(days);
    }
}
