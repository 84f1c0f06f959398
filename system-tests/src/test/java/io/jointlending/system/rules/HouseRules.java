package io.jointlending.system.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of the house for everything under one root package; {@code docs/house-style.md} says them in words. They are
 * made for a root, so that a tree of fixtures which breaks each of them can show that they bite.
 */
final class HouseRules {
    static final List<String> PROVIDERS = List.of("loan", "fund", "repayment", "channel");
    private final String root;

    private HouseRules(String root) {
        this.root = root;
    }

    /**
     * One rule.
     *
     * @param id short name
     * @param rule what is checked, with the reason
     */
    record HouseRule(String id, ArchRule rule) {
        @Override
        public String toString() {
            return id;
        }
    }

    /** Every rule for the classes under this package. */
    static List<HouseRule> under(String root) {
        HouseRules rules = new HouseRules(root);
        List<HouseRule> all = new ArrayList<>(List.of(
                new HouseRule("domain-is-plain", rules.domainIsPlain()),
                new HouseRule("money-is-plain", rules.moneyIsPlain()),
                new HouseRule("application-knows-no-framework", rules.applicationKnowsNoFramework()),
                new HouseRule("no-clock-below-rpc", rules.noClockBelowRpc()),
                new HouseRule("no-floating-point", rules.noFloatingPoint()),
                new HouseRule("path-through-a-feature", rules.pathThroughAFeature()),
                new HouseRule("adapters-apart", rules.adaptersApart()),
                new HouseRule("dubbo-at-the-border", rules.dubboAtTheBorder()),
                new HouseRule("adapters-not-public", rules.adaptersNotPublic()),
                new HouseRule("features-without-cycles", rules.featuresWithoutCycles()),
                new HouseRule("providers-apart", rules.providersApart()),
                new HouseRule("modules-in-order", rules.modulesInOrder()),
                new HouseRule("null-marked", rules.nullMarked()),
                new HouseRule("agent-is-alone", rules.agentIsAlone())));
        all.addAll(BanRules.under(root));
        all.addAll(ContractRules.under(root));
        return all;
    }

    // rule 1
    private ArchRule domainIsPlain() {
        List<String> allowed = new ArrayList<>(List.of(
                "java..",
                "org.jspecify..",
                root + ".support.money..",
                root + ".support.error..",
                root + ".api.error.."));
        PROVIDERS.forEach(provider -> allowed.add(root + "." + provider + "..domain.."));
        return classes()
                .that()
                .resideInAnyPackage(providerPackages("domain"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed.toArray(String[]::new)).or(primitiveArrays()))
                .because("rules of lending are read, tested and moved without a framework, a database or a clock")
                .allowEmptyShould(true);
    }

    private ArchRule moneyIsPlain() {
        return classes()
                .that()
                .resideInAPackage(root + ".support.money..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", root + ".support.money..")
                        .or(primitiveArrays()))
                .because("the arithmetic of money can be checked by a stranger with a JDK alone")
                .allowEmptyShould(true);
    }

    // rule 2
    private ArchRule applicationKnowsNoFramework() {
        return noClasses()
                .that()
                .resideInAnyPackage(providerPackages("application"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.dubbo..",
                        "org.apache.ibatis..",
                        "org.mybatis..",
                        "com.baomidou..",
                        "org.apache.rocketmq..",
                        "org.redisson..",
                        "java.sql..",
                        "javax.sql.."))
                .because("a use case shows its transaction and its steps, and nothing of how they are carried out")
                .allowEmptyShould(true);
    }

    // rule 3: by name of the method, because every overload of now() is meant
    private ArchRule noClockBelowRpc() {
        DescribedPredicate<JavaCall<?>> readsTheClock = describe("read the clock of this machine", call -> {
            CodeUnitCallTarget target = call.getTarget();
            String owner = target.getOwner().getName();
            boolean withClock =
                    target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(java.time.Clock.class));
            return (owner.startsWith("java.time.") && target.getName().equals("now") && !withClock)
                    || (owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis"));
        });
        return noClasses()
                .that(resideInAnyPackage(providerPackages(""))
                        .and(not(resideInAPackage("..rpc..")))
                        .and(not(simpleNameEndingWith("Wiring"))))
                .should(ArchConditions.callCodeUnitWhere(readsTheClock))
                .because(
                        "the business date comes from BusinessCalendar, leases from the database: time can be moved in a test")
                .allowEmptyShould(true);
    }

    // rule 4
    private ArchRule noFloatingPoint() {
        return CompositeArchRule.of(StructureRules.fieldsWithoutFloatingPoint(root))
                .and(StructureRules.methodsWithoutFloatingPoint(root))
                .because("a double does not hold 0.1, and rounds where nobody named a rounding");
    }

    // rule 5
    private ArchRule pathThroughAFeature() {
        ArchRule application = noClasses()
                .that()
                .resideInAnyPackage(providerPackages("application"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(providerPackages("rpc", "persistence", "remote"))
                .allowEmptyShould(true);
        return CompositeArchRule.of(application)
                .because("the path is rpc, application, domain; adapters implement what the domain asks for");
    }

    private ArchRule adaptersApart() {
        List<ArchRule> rules = new ArrayList<>();
        List<String> adapters = List.of("rpc", "persistence", "messaging", "remote");
        for (String adapter : adapters) {
            String[] others = adapters.stream()
                    .filter(other -> !other.equals(adapter))
                    .flatMap(other -> Arrays.stream(providerPackages(other)))
                    .toArray(String[]::new);
            rules.add(noClasses()
                    .that()
                    .resideInAnyPackage(providerPackages(adapter))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true));
        }
        return CompositeArchRule.of(rules).because("adapters meet in the use case, so that one can be changed alone");
    }

    private ArchRule dubboAtTheBorder() {
        return noClasses()
                .that(resideInAnyPackage(providerPackages(""))
                        .and(not(resideInAnyPackage(providerPackages("rpc", "remote"))))
                        .and(not(simpleNameEndingWith("Wiring"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.dubbo..")
                .because("only rpc is seen by Dubbo, and only remote and the wiring see it")
                .allowEmptyShould(true);
    }

    // rule 6; a listener has to be visible to the Wiring, which makes it
    private ArchRule adaptersNotPublic() {
        ArchRule tables = classes()
                .that(resideInAnyPackage(providerPackages(""))
                        .and(simpleNameEndingWith("Mapper").or(simpleNameEndingWith("Row"))))
                .should()
                .notBePublic()
                .allowEmptyShould(true);
        ArchRule listeners = classes()
                .that(resideInAnyPackage(providerPackages("messaging")).and(simpleNameEndingWith("Listener")))
                .should()
                .onlyHaveDependentClassesThat(resideInAPackage("..messaging..").or(simpleNameEndingWith("Wiring")))
                .allowEmptyShould(true);
        return CompositeArchRule.of(tables)
                .and(listeners)
                .because(
                        "a mapper or row that others can see becomes their interface to the table, a listener their call");
    }

    // rule 7
    private ArchRule featuresWithoutCycles() {
        List<ArchRule> rules = new ArrayList<>();
        for (String provider : PROVIDERS) {
            rules.add(slices().matching(root + "." + provider + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true));
        }
        rules.add(slices().matching(root + ".support.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true));
        return CompositeArchRule.of(rules).because("a feature can be read, and one day moved, by itself");
    }

    private ArchRule providersApart() {
        List<ArchRule> rules = new ArrayList<>();
        for (String provider : PROVIDERS) {
            String[] others = PROVIDERS.stream()
                    .filter(other -> !other.equals(provider))
                    .map(other -> root + "." + other + "..")
                    .toArray(String[]::new);
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(root + "." + provider + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true));
        }
        return CompositeArchRule.of(rules).because("providers meet only in contracts and messages");
    }

    private ArchRule modulesInOrder() {
        String[] aboveApi = Stream.concat(PROVIDERS.stream(), Stream.of("support", "agent", "devstack", "system"))
                .map(module -> root + "." + module + "..")
                .toArray(String[]::new);
        String[] aboveSupport = Stream.concat(PROVIDERS.stream(), Stream.of("agent", "devstack", "system"))
                .map(module -> root + "." + module + "..")
                .toArray(String[]::new);
        ArchRule api = noClasses()
                .that()
                .resideInAPackage(root + ".api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(aboveApi)
                .allowEmptyShould(true);
        ArchRule support = noClasses()
                .that()
                .resideInAPackage(root + ".support..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(aboveSupport)
                .allowEmptyShould(true);
        return CompositeArchRule.of(api)
                .and(support)
                .because("loan-api, then provider-support, then the providers: nothing looks up");
    }

    private ArchRule nullMarked() {
        return classes()
                .that(resideInAPackage(root + "..")
                        .and(not(resideInAnyPackage(root + ".agent..", "..jmh_generated.."))))
                .should(StructureRules.beInANullMarkedPackage())
                .because("what may be null is written down, everywhere")
                .allowEmptyShould(true);
    }

    // rule 11
    private ArchRule agentIsAlone() {
        return classes()
                .that()
                .resideInAPackage(root + ".agent..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "javax..", "com.sun..", "sun..", root + ".agent..")
                                .or(primitiveArrays()))
                .because("the agent goes into JVMs with any Dubbo and any class path")
                .allowEmptyShould(true);
    }

    /** Package patterns of these layers in every provider; the empty layer is the whole provider. */
    private String[] providerPackages(String... layers) {
        return Arrays.stream(layers)
                .flatMap(layer -> PROVIDERS.stream()
                        .map(provider -> root + "." + provider + (layer.isEmpty() ? ".." : ".." + layer + "..")))
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> primitiveArrays() {
        return describe("primitives and arrays of them", type -> type.getBaseComponentType()
                .isPrimitive());
    }
}
