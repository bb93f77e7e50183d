package dev.parley.web.portal;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditView;
import dev.parley.hours.Holiday;
import dev.parley.hours.Span;
import dev.parley.hours.Week;
import dev.parley.web.language.Words;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the audit log keeps of hours, as a person reads it. */
final class AuditedHours {
    private AuditedHours() {}

    /** What was changed; of hours with their channel. */
    static String named(AuditView entry, Words words) {
        if (entry.kind() != AuditKind.HOURS) return entry.subjectName();
        String subject = entry.subject();
        if (subject.endsWith("channel=chat")) return entry.subjectName() + " · " + words.say("hours.chat");
        if (subject.endsWith("channel=voice")) return entry.subjectName() + " · " + words.say("hours.voice");
        return entry.subjectName();
    }

    static String week(JsonArray said, Words words) {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        for (JsonObject one : said.getValuesAs(JsonObject.class))
            days.computeIfAbsent(
                            DayOfWeek.valueOf(one.getString("day").toUpperCase(Locale.ROOT)), d -> new ArrayList<>())
                    .add(Span.of(one.getString("from"), one.getString("to")));
        return new HoursWords(words).week(new Week(days));
    }

    static String holidays(JsonArray said, Words words) {
        HoursWords hours = new HoursWords(words);
        return said.isEmpty()
                ? "–"
                : said.getValuesAs(JsonObject.class).stream()
                        .map(one -> hours.holiday(holiday(one)))
                        .collect(Collectors.joining("; "));
    }

    private static Holiday holiday(JsonObject one) {
        return new Holiday(
                "-",
                one.getString("name"),
                LocalDate.parse(one.getString("date")),
                LocalDate.parse(one.getString("until")),
                one.getBoolean("yearly"),
                one.getString("kind").equals("open") ? Holiday.Kind.OPEN : Holiday.Kind.CLOSED,
                one.getJsonArray("times").getValuesAs(JsonString.class).stream()
                        .map(t -> t.getString().split("–"))
                        .map(t -> Span.of(t[0], t[1]))
                        .toList());
    }
}
