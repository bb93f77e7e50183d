package dev.parley.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What lies deeper than a feature's root package is its own. */
final class KnowOtherFeaturesByTheirDoor extends ArchCondition<JavaClass> {
    private final String root;

    KnowOtherFeaturesByTheirDoor(String root) {
        super("know other features by their door");
        this.root = root + ".";
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String own = feature(type);
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            boolean foreign =
                    target.getPackageName().startsWith(root) && !feature(target).equals(own);
            boolean deep = target.getPackageName().length() > (root + feature(target)).length();
            if (foreign) events.add(new SimpleConditionEvent(type, !deep, dependency.getDescription()));
        }
    }

    private String feature(JavaClass type) {
        if (!type.getPackageName().startsWith(root)) return "";
        return type.getPackageName().substring(root.length()).split("\\.")[0];
    }
}
