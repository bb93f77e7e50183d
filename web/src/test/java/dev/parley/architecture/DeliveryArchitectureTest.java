package dev.parley.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What delivers the desk keeps to its doors, and each rule is shown to see who does not. */
class DeliveryArchitectureTest {
    private static final String PLANTED = "dev.parley.architecture.planted";
    private static JavaClasses parley;
    private static JavaClasses planted;

    @BeforeAll
    static void read() {
        parley = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.parley");
        planted = new ClassFileImporter().importPackages(PLANTED);
    }

    /** Each rule, and the planted class that breaks it. */
    static Stream<Map.Entry<Function<DeliveryRules, ArchRule>, String>> rules() {
        return Stream.of(
                Map.entry(DeliveryRules::doorsOnly, "PeepingPage"),
                Map.entry(DeliveryRules::doorsAreSessionBeans, "UnguardedPage"),
                Map.entry(DeliveryRules::noTables, "TablePage"),
                Map.entry(DeliveryRules::apart, "BrowsingServlet"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void parley_keeps_the_rule(Map.Entry<Function<DeliveryRules, ArchRule>, String> rule) {
        rule.getKey().apply(new DeliveryRules("dev.parley")).check(parley);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_sees_who_breaks_it(Map.Entry<Function<DeliveryRules, ArchRule>, String> rule) {
        ArchRule onPlanted = rule.getKey().apply(new DeliveryRules(PLANTED));

        assertThatThrownBy(() -> onPlanted.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule.getValue());
    }
}
