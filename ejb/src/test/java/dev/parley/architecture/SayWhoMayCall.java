package dev.parley.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Every public method has a security annotation, its own or its class's. */
final class SayWhoMayCall extends ArchCondition<JavaClass> {
    private static final List<String> ANNOTATIONS = List.of(
            "jakarta.annotation.security.PermitAll",
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.DenyAll");

    SayWhoMayCall() {
        super("say who may call each public method");
    }

    @Override
    public void check(JavaClass bean, ConditionEvents events) {
        boolean byClass = secured(bean);
        for (JavaMethod method : bean.getMethods()) {
            if (!method.getModifiers().contains(JavaModifier.PUBLIC)
                    || method.getModifiers().contains(JavaModifier.STATIC)) continue;
            String message =
                    method.getFullName() + (byClass || secured(method) ? " is secured" : " says not who may call");
            events.add(new SimpleConditionEvent(method, byClass || secured(method), message));
        }
    }

    private static boolean secured(CanBeAnnotated element) {
        return ANNOTATIONS.stream().anyMatch(element::isAnnotatedWith);
    }
}
