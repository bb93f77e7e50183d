package dev.parley.demo;

import dev.parley.company.ContactPointView;
import dev.parley.company.LocationView;
import dev.parley.company.OriginPattern;
import dev.parley.company.domain.SiteSettings;
import dev.parley.shared.Role;
import java.util.List;
import java.util.Map;

/** One company of the demo as the contract describes it. The first department is not the default; {@code standard} names that one. */
record DemoCompany(
        String name,
        String siteKey,
        SiteSettings site,
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

    private static ContactPointView shown(String label, String value) {
        return new ContactPointView(label, value, true);
    }

    private static ContactPointView hidden(String label, String value) {
        return new ContactPointView(label, value, false);
    }
}
