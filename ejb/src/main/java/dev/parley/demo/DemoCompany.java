package dev.parley.demo;

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
            List.of(
                    new DemoPerson("admin@globex.example", "Gerda Globex", "Owner", Role.OWNER, List.of()),
                    new DemoPerson(
                            "agent@globex.example", "Gil Globex", "Technician", Role.AGENT, List.of("Service"))));

    static final List<DemoCompany> ALL = List.of(ACME, GLOBEX);
}
