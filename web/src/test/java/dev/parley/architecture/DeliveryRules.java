package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** The rules of {@code web} and {@code sip}, for any root package: the real one, and the planted one that breaks them. */
final class DeliveryRules {
    private static final Set<String> NOT_FEATURES = Set.of("web", "sip", "db", "widget");
    private static final List<String> SCOPES = List.of(
            "jakarta.enterprise.context.ApplicationScoped",
            "jakarta.enterprise.context.RequestScoped",
            "jakarta.enterprise.context.SessionScoped",
            "jakarta.enterprise.context.Dependent");

    private final String root;

    DeliveryRules(String root) {
        this.root = root;
    }

    ArchRule doorsOnly() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".web..", root + ".sip..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("lie behind a door", this::behindADoor))
                .as("web and sip use the doors of the desk, nothing behind them");
    }

    ArchRule doorsAreSessionBeans() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".web..", root + ".sip..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("are plain CDI beans of a feature", this::plainBean))
                .as("a door is a session bean: web and sip call no plain CDI bean of a feature");
    }

    ArchRule noTables() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".web..", root + ".sip..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("are for tables", DeliveryRules::forTables))
                .as("web and sip know no tables");
    }

    ArchRule apart() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".sip..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".web..")
                .as("sip does not know web");
    }

    /** What persistence throws may be told to the client. */
    private static boolean forTables(JavaClass target) {
        boolean persistence = target.getPackageName().startsWith("jakarta.persistence")
                || target.getPackageName().startsWith("javax.sql");
        return persistence && !target.isAssignableTo(Throwable.class);
    }

    private boolean behindADoor(JavaClass target) {
        return depth(target) > 1;
    }

    /** {@code shared} is no feature: its clock, limits and identities are for everybody. */
    private boolean plainBean(JavaClass target) {
        return depth(target) == 1
                && !target.getPackageName().equals(root + ".shared")
                && SCOPES.stream().anyMatch(target::isAnnotatedWith);
    }

    /** 1 in the root package of a feature, more below it, 0 outside of features. */
    private int depth(JavaClass target) {
        if (!target.getPackageName().startsWith(root + ".")) return 0;
        String[] parts = target.getPackageName().substring(root.length() + 1).split("\\.");
        return NOT_FEATURES.contains(parts[0]) ? 0 : parts.length;
    }
}
