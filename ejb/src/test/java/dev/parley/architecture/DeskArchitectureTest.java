package dev.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The desk keeps to its shape, and each rule is shown to see a desk that does not. */
class DeskArchitectureTest {
    private static final String PLANTED = "dev.parley.architecture.planted";
    private static JavaClasses desk;
    private static JavaClasses planted;

    @BeforeAll
    static void read() {
        desk = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.parley");
        planted = new ClassFileImporter().importPackages(PLANTED);
    }

    static Stream<String> features() {
        return DeskRules.features().stream();
    }

    /** Each rule, and the planted class that breaks it. */
    static Stream<Map.Entry<Function<DeskRules, ArchRule>, String>> rules() {
        return Stream.of(
                Map.entry(DeskRules::noCycles, "Cycle detected"),
                Map.entry(DeskRules::doorsOnly, "PeepingRouting"),
                Map.entry(DeskRules::noDelivery, "ServletDoor"),
                Map.entry(DeskRules::secured, "OpenDoor.anybodyMayCall"),
                Map.entry(DeskRules::noTransactionalCdi, "TransactionalBean"),
                Map.entry(DeskRules::plainDomain, "ReachingEntity"),
                Map.entry(DeskRules::noSetters, "setText"),
                Map.entry(DeskRules::entitiesInDomain, "StrayEntity"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_desk_keeps_the_rule(Map.Entry<Function<DeskRules, ArchRule>, String> rule) {
        rule.getKey().apply(new DeskRules("dev.parley")).check(desk);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_sees_who_breaks_it(Map.Entry<Function<DeskRules, ArchRule>, String> rule) {
        ArchRule onPlanted = rule.getKey().apply(new DeskRules(PLANTED));

        assertThatThrownBy(() -> onPlanted.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule.getValue());
    }

    @ParameterizedTest
    @MethodSource("features")
    void a_feature_knows_only_whom_the_design_lets_it_know(String feature) {
        new DeskRules("dev.parley").arrow(feature).check(desk);
    }

    @Test
    void a_forbidden_arrow_is_seen() {
        assertThatThrownBy(() -> new DeskRules(PLANTED).arrow("agent").check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("CuriousAgent");
    }

    /** Servers call a session bean by its simple name: of two with the same one Payara knows only the first, and deploys nothing. */
    @Test
    void no_two_session_beans_have_the_same_name() {
        assertThat(namesakes(desk)).isEmpty();
        assertThat(namesakes(planted)).containsExactly("OpenDoor");
    }

    private static List<String> namesakes(JavaClasses classes) {
        List<String> names = classes.stream()
                .filter(SessionBeans.ARE)
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
        return names.stream()
                .filter(name -> Collections.frequency(names, name) > 1)
                .distinct()
                .toList();
    }

    /** A feature that the rules do not name would be free to do anything. */
    @Test
    void every_feature_is_named_by_the_rules() {
        List<String> unknown = new ArrayList<>();
        desk.forEach(type -> {
            String[] parts = type.getPackageName().split("\\.");
            if (parts.length > 2 && !DeskRules.features().contains(parts[2]) && !parts[2].equals("db"))
                unknown.add(type.getName());
        });

        assertThat(unknown).isEmpty();
    }
}
