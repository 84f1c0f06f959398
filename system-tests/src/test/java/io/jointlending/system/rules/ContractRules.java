package io.jointlending.system.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.jointlending.system.rules.HouseRules.HouseRule;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The rules of loan-api (rule 8): what crosses the wire is flat, boxed, checked and can grow. */
final class ContractRules {
    private final String root;
    private final DescribedPredicate<JavaClass> contracts;

    private ContractRules(String root) {
        this.root = root;
        this.contracts = resideInAPackage(root + ".api..")
                .and(not(resideInAPackage(root + ".api.runtime..")))
                .and(not(simpleName("package-info")));
    }

    static List<HouseRule> under(String root) {
        ContractRules rules = new ContractRules(root);
        return List.of(
                new HouseRule("api-depends-on-nothing", rules.dependsOnNothing()),
                new HouseRule("api-shapes", rules.shapes()),
                new HouseRule(
                        "api-methods",
                        rules.of(
                                "be services whose methods take one request record and return an RpcResult",
                                "an answer with a code crosses every protocol; an exception does not",
                                ContractShapes::checkMethods)),
                new HouseRule(
                        "api-commands",
                        rules.of(
                                "have commands with a requestNo and a twin that reads the stored answer",
                                "after a lost answer the caller asks by number instead of paying twice",
                                ContractShapes::checkCommands)),
                new HouseRule(
                        "api-component-types",
                        rules.of(
                                "be records of boxed, flat components",
                                "an enum constant, an Optional, a map or an array does not survive an older reader",
                                ContractShapes::checkComponents)),
                new HouseRule(
                        "api-constraints",
                        rules.of(
                                "be requests whose every component has a constraint or is @Nullable",
                                "what a contract does not forbid, somebody sends",
                                ContractShapes::checkConstraints)));
    }

    private ArchRule dependsOnNothing() {
        return classes()
                .that(contracts)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", "jakarta.validation..", root + ".api..")
                                .and(not(resideInAPackage(root + ".api.runtime..")))
                                .or(DescribedPredicate.describe("primitives", type -> type.getBaseComponentType()
                                        .isPrimitive())))
                .because("consumers inherit what loan-api needs; only api.runtime may use Dubbo")
                .allowEmptyShould(true);
    }

    private ArchRule shapes() {
        return classes()
                .that(contracts)
                .should(new ArchCondition<>("be interfaces, records, annotations or classes of constants") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        Consumer<String> report =
                                text -> events.add(SimpleConditionEvent.violated(type, type.getName() + " " + text));
                        boolean constants = !type.isInterface()
                                && !type.isRecord()
                                && type.getModifiers().contains(JavaModifier.FINAL)
                                && type.getConstructors().stream()
                                        .allMatch(one -> one.getModifiers().contains(JavaModifier.PRIVATE))
                                && type.getFields().stream()
                                        .allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC));
                        if (type.isEnum()) {
                            report.accept("is an enum: an older reader fails on a new constant");
                        } else if (!type.isInterface() && !type.isRecord() && !type.isAnnotation() && !constants) {
                            report.accept("is neither interface, record, annotation nor a class of constants");
                        }
                        if (type.isAssignableTo(Throwable.class)) {
                            report.accept("is an exception: none crosses the wire");
                        }
                        if (type.reflect().isSealed()) {
                            report.accept("is sealed: the wire knows no subtypes");
                        }
                    }
                })
                .because("what crosses the wire is data, and may grow")
                .allowEmptyShould(true);
    }

    private ArchRule of(String description, String because, BiConsumer<ContractShapes, JavaClass> check) {
        return classes()
                .that(contracts)
                .should(new ArchCondition<>(description) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        ContractShapes shapes = new ContractShapes(
                                root + ".api.", text -> events.add(SimpleConditionEvent.violated(type, text)));
                        check.accept(shapes, type);
                    }
                })
                .because(because)
                .allowEmptyShould(true);
    }
}
