package io.jointlending.system.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Conditions on the members of classes and on packages. */
final class StructureRules {
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private StructureRules() {}

    static ArchRule fieldsWithoutFloatingPoint(String root) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<JavaField>("not be floating point") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        if (isFloating(field.getRawType())) {
                            events.add(SimpleConditionEvent.violated(
                                    field, field.getDescription() + " is floating point"));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    /** Synthetic methods are left out: a lambda that feeds a gauge of Micrometer has to return a double. */
    static ArchRule methodsWithoutFloatingPoint(String root) {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<JavaMethod>("not take or return floating point") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean floating = Stream.concat(
                                        method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
                                .anyMatch(StructureRules::isFloating);
                        if (floating && !method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getDescription() + " takes or returns floating point"));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package whose package-info says @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getRawType().getName().equals("org.jspecify.annotations.NullMarked"));
                if (!marked) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " is in a package without @NullMarked in its package-info"));
                }
            }
        };
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getBaseComponentType().getName());
    }
}
