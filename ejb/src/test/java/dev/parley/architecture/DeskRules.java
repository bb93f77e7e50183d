package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;

/** The rules of {@code ejb}, for a desk under any root package: the real one, and the planted one that breaks them. */
final class DeskRules {
    /** What a feature may know besides {@code shared}. A feature that is missing here may know nothing else. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            entry("company", List.of("audit", "file")),
            entry("mail", List.of("audit")),
            entry("access", List.of("company", "audit", "mail", "file")),
            entry("visitor", List.of("company", "access")),
            entry("agent", List.of("company", "access", "audit")),
            entry("conversation", List.of("visitor", "company", "access", "file")),
            entry("hours", List.of("company", "audit")),
            entry("canned", List.of("company", "audit")),
            entry("sla", List.of("conversation", "hours", "company", "audit")),
            entry("routing", List.of("conversation", "agent", "hours", "company", "access", "audit")),
            entry("call", List.of("conversation", "routing", "agent", "visitor", "company", "access")),
            entry("notification", List.of("conversation")),
            // listens to the news of all of them, and asks none
            entry(
                    "cluster",
                    List.of("conversation", "routing", "agent", "hours", "sla", "visitor", "company", "access")),
            entry("setup", List.of("company", "hours", "access", "mail", "audit")),
            entry("operator", List.of("setup", "company", "access", "mail", "file", "audit")),
            // fills the tables of all of them before anybody is there to ask a door
            entry(
                    "demo",
                    List.of(
                            "conversation",
                            "routing",
                            "agent",
                            "hours",
                            "canned",
                            "visitor",
                            "company",
                            "access",
                            "file",
                            "call")));

    private static final List<String> FEATURES = List.of(
            "shared",
            "audit",
            "mail",
            "access",
            "company",
            "hours",
            "canned",
            "visitor",
            "agent",
            "file",
            "conversation",
            "sla",
            "routing",
            "call",
            "notification",
            "cluster",
            "idempotency",
            "setup",
            "operator",
            "demo");

    private final String root;

    DeskRules(String root) {
        this.root = root;
    }

    /** One rule for each feature: only the arrows of the design. */
    ArchRule arrow(String feature) {
        String[] forbidden = FEATURES.stream()
                .filter(other -> !other.equals(feature) && !other.equals("shared"))
                .filter(other -> !ARROWS.getOrDefault(feature, List.of()).contains(other))
                .map(other -> inside(other))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(inside(feature))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .as(feature + " knows " + ARROWS.getOrDefault(feature, List.of()) + " and shared, no other feature");
    }

    static List<String> features() {
        return FEATURES;
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** A feature's root package is its door. */
    ArchRule doorsOnly() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(inside("demo"), root)
                .should(new KnowOtherFeaturesByTheirDoor(root))
                .as("a feature knows another one only by the classes of its root package");
    }

    ArchRule noDelivery() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "jakarta.ws.rs..",
                        "jakarta.faces..",
                        "jakarta.websocket..",
                        "javax.servlet..",
                        "javax.sip..",
                        "gov.nist..")
                .as("the desk knows no HTTP, no Faces, no sockets, no SIP");
    }

    /** A method without an annotation would be open to everybody, by omission. */
    ArchRule secured() {
        return classes()
                .that(SessionBeans.ARE)
                .should(new SayWhoMayCall())
                .as("every public method of a session bean says who may call it, itself or by its class");
    }

    ArchRule noTransactionalCdi() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.transaction.Transactional")
                .as("transactions begin at the doors, which are session beans: no @Transactional");
    }

    ArchRule plainDomain() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        root + "..persistence..",
                        root + "..integration..",
                        root + "..store..",
                        "jakarta.ejb..",
                        "jakarta.enterprise..",
                        "java.sql..",
                        "javax.sql..")
                .as("the domain is plain Java with a JPA mapping");
    }

    ArchRule noSetters() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .and()
                .arePublic()
                .should()
                .haveNameMatching("set[A-Z].*")
                .allowEmptyShould(true)
                .as("an entity changes by what happens to it, not by setters");
    }

    ArchRule entitiesInDomain() {
        return classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .resideInAnyPackage(root + ".*.domain..", root + ".*.persistence..")
                .allowEmptyShould(true)
                .as("entities live in the domain of their feature, or are mere rows of its persistence");
    }

    private String inside(String feature) {
        return root + "." + feature + "..";
    }
}
