package dev.parley.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** Classes that are session beans. */
final class SessionBeans {
    private static final List<String> ANNOTATIONS =
            List.of("jakarta.ejb.Stateless", "jakarta.ejb.Singleton", "jakarta.ejb.Stateful");

    static final DescribedPredicate<JavaClass> ARE = DescribedPredicate.describe(
            "are session beans", type -> ANNOTATIONS.stream().anyMatch(type::isAnnotatedWith));

    private SessionBeans() {}
}
