package dev.parley.hours;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.Companies;
import dev.parley.company.Departments;
import dev.parley.company.SiteView;
import dev.parley.company.Sites;
import dev.parley.shared.Caller;
import dev.parley.shared.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes of hours as the audit log keeps them. {@code null} is "as the more general level says"; of the holidays only those that came,
 * went or are otherwise.
 */
@Dependent
class HoursTrail {
    private static final int LONGEST_NAME = 120;

    @Inject
    AuditTrail audit;

    @Inject
    Companies companies;

    @Inject
    Sites sites;

    @Inject
    Departments departments;

    /** Keeps a change, in the transaction that makes it. */
    public void record(Caller.Staff by, HoursPath path, HoursPlan before, HoursPlan after) {
        audit.record(
                by,
                new AuditSubject(AuditKind.HOURS, path.text(), name(by.companyId(), path)),
                json(before, after.holidays()),
                json(after, before.holidays()));
    }

    /** What the path names, without its channel; the company where it names nothing else. */
    private String name(long company, HoursPath path) {
        String name = Stream.of(
                        path.site() == null
                                ? null
                                : sites.find(path.site()).map(SiteView::name).orElse(path.site()),
                        path.department() == null
                                ? null
                                : departments
                                        .require(company, path.department())
                                        .name())
                .filter(n -> n != null)
                .collect(Collectors.joining(" · "));
        if (name.isEmpty()) return companies.get(company).name();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static JsonObject json(HoursPlan plan, List<Holiday> others) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (plan.zone() == null) json.add("timeZone", JsonValue.NULL);
        else json.add("timeZone", plan.zone().getId());
        if (plan.week() == null) json.add("week", JsonValue.NULL);
        else json.add("week", json(plan.week()));
        json.add("ownHolidaysOnly", plan.ownHolidaysOnly());
        Set<Holiday> same = new HashSet<>(others);
        JsonArrayBuilder holidays = Json.createArrayBuilder();
        plan.holidays().stream().filter(h -> !same.contains(h)).forEach(h -> holidays.add(json(h)));
        return json.add("holidays", holidays).build();
    }

    private static JsonArrayBuilder json(Week week) {
        JsonArrayBuilder days = Json.createArrayBuilder();
        for (DayOfWeek day : DayOfWeek.values())
            for (Span span : week.on(day))
                days.add(Json.createObjectBuilder()
                        .add("day", day.name().toLowerCase(Locale.ROOT))
                        .add("from", span.from())
                        .add("to", span.to()));
        return days;
    }

    private static JsonObjectBuilder json(Holiday holiday) {
        JsonArrayBuilder times = Json.createArrayBuilder();
        holiday.spans().forEach(s -> times.add(s.from() + "–" + s.to()));
        return Json.createObjectBuilder()
                .add("name", holiday.name())
                .add("date", holiday.first().toString())
                .add("until", holiday.last().toString())
                .add("yearly", holiday.yearly())
                .add("kind", holiday.kind().name().toLowerCase(Locale.ROOT))
                .add("times", times);
    }
}
