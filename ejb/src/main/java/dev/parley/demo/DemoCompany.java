package dev.parley.demo;

import dev.parley.company.OriginPattern;
import dev.parley.company.domain.SiteSettings;
import dev.parley.hours.Holiday;
import dev.parley.hours.HoursPlan;
import dev.parley.hours.Span;
import dev.parley.hours.Week;
import dev.parley.shared.Role;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** One company of the demo as the contract describes it. The first department is not the default; {@code standard} names that one. */
record DemoCompany(
        String name,
        String siteKey,
        SiteSettings site,
        HoursPlan hours,
        List<String> departments,
        String standard,
        List<String> tags,
        List<DemoPerson> people) {
    private static final List<OriginPattern> LOOPBACK =
            List.of(OriginPattern.of("http://localhost:*"), OriginPattern.of("http://127.0.0.1:*"));

    static final DemoCompany ACME = new DemoCompany(
            "Acme",
            "acme",
            new SiteSettings(
                    "Acme shop",
                    LOOPBACK,
                    "#0b6b67",
                    List.of("en", "de", "ar"),
                    Map.of(),
                    "parley-demo-identity-key-of-acme-00",
                    24),
            new HoursPlan(ZoneId.of("Europe/Berlin"), Week.ALWAYS, false, List.of()),
            List.of("Sales", "Support"),
            "Support",
            List.of("delivery", "carrier-delay", "returns", "payment", "product advice", "complaint"),
            List.of(
                    new DemoPerson("admin@acme.example", "Ada Admin", "Owner", Role.OWNER, List.of()),
                    new DemoPerson(
                            "supervisor@acme.example", "Sven Supervisor", "Team lead", Role.SUPERVISOR, List.of()),
                    new DemoPerson(
                            "agent1@acme.example", "Anna Agent", "Adviser", Role.AGENT, List.of("Sales", "Support")),
                    new DemoPerson(
                            "agent2@acme.example", "Ben Agent", "Workshop", Role.AGENT, List.of("Sales", "Support")),
                    new DemoPerson("editor@acme.example", "Edda Editor", "Knowledge base", Role.EDITOR, List.of())));

    static final DemoCompany GLOBEX = new DemoCompany(
            "Globex",
            "globex",
            new SiteSettings(
                    "Globex online",
                    LOOPBACK,
                    "#7a3e9d",
                    List.of("en"),
                    Map.of("en", Map.of("greeting", "Good day, this is Globex.")),
                    null,
                    48),
            new HoursPlan(
                    ZoneId.of("America/New_York"),
                    weekdays(Span.of("08:30", "12:00"), Span.of("13:00", "17:30")),
                    false,
                    List.of(closed("Christmas Day", "2020-12-25"), closed("New Year's Day", "2021-01-01"))),
            List.of("Service"),
            "Service",
            List.of("invoice", "repair"),
            List.of(
                    new DemoPerson("admin@globex.example", "Gerda Globex", "Owner", Role.OWNER, List.of()),
                    new DemoPerson(
                            "agent@globex.example", "Gil Globex", "Technician", Role.AGENT, List.of("Service"))));

    static final List<DemoCompany> ALL = List.of(ACME, GLOBEX);

    private static Week weekdays(Span... spans) {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).forEach(day -> days.put(day, List.of(spans)));
        return new Week(days);
    }

    /** Each year from that day on. */
    private static Holiday closed(String name, String day) {
        return new Holiday(
                name, name, LocalDate.parse(day), LocalDate.parse(day), true, Holiday.Kind.CLOSED, List.of());
    }
}
