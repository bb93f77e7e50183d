package dev.parley.demo;

import dev.parley.company.ContactPointView;
import dev.parley.company.LocationView;
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
        List<LocationView> locations,
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
                    new LocationView(
                            "Acme shop Berlin",
                            "Musterstraße 12\n10115 Berlin\nGermany",
                            true,
                            List.of(shown("Orders", "+49 30 5550123"), hidden("Warehouse", "+49 30 5550199")),
                            List.of(shown("Support", "help@acme.example"), shown("Returns", "returns@acme.example")),
                            List.of(shown("Directions", "https://acme.example/berlin"))),
                    new LocationView(
                            "Acme store Vienna",
                            "Beispielgasse 3\n1070 Wien\nAustria",
                            true,
                            List.of(shown(null, "+43 1 5550142")),
                            List.of(shown(null, "wien@acme.example")),
                            List.of())),
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
            List.of(new LocationView(
                    "Globex head office",
                    "1 Example Square\nLondon EC1A 1AA\nUnited Kingdom",
                    true,
                    List.of(shown("Service line", "+44 20 7946 0100")),
                    List.of(shown("Service", "service@globex.example")),
                    List.of(shown("Status of our systems", "https://status.globex.example/")))),
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

    private static ContactPointView shown(String label, String value) {
        return new ContactPointView(label, value, true);
    }

    private static ContactPointView hidden(String label, String value) {
        return new ContactPointView(label, value, false);
    }
}
