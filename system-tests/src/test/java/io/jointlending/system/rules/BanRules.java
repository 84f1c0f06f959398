package io.jointlending.system.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.jointlending.system.rules.HouseRules.HouseRule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is not used here: names that say nothing, old dates, the console, pools and queues without a bound, bare servers, scans. */
final class BanRules {
    private static final Pattern BAD_NAME = Pattern.compile(".*(Impl|Manager|Helper|Utils?|DTO|Dto|VO|BO)");
    private static final Set<String> OLD_DATES =
            Set.of("java.util.Date", "java.util.Calendar", "java.text.SimpleDateFormat", "java.sql.Timestamp");
    private static final Set<String> UNBOUNDED_POOLS = Set.of(
            "newCachedThreadPool",
            "newFixedThreadPool",
            "newSingleThreadExecutor",
            "newScheduledThreadPool",
            "newSingleThreadScheduledExecutor",
            "newWorkStealingPool",
            "newThreadPerTaskExecutor",
            "newVirtualThreadPerTaskExecutor");
    private static final Set<String> QUEUES = Set.of(
            "java.util.concurrent.LinkedBlockingQueue",
            "java.util.concurrent.LinkedBlockingDeque",
            "java.util.concurrent.PriorityBlockingQueue",
            "java.util.concurrent.DelayQueue",
            "java.util.concurrent.LinkedTransferQueue",
            "java.util.concurrent.ConcurrentLinkedQueue",
            "java.util.concurrent.ConcurrentLinkedDeque");

    private final String root;

    private BanRules(String root) {
        this.root = root;
    }

    static List<HouseRule> under(String root) {
        BanRules rules = new BanRules(root);
        return List.of(
                new HouseRule("no-empty-names", rules.noEmptyNames()),
                new HouseRule("no-old-dates", rules.noOldDates()),
                new HouseRule("no-console", rules.noConsole()),
                new HouseRule("no-unbounded-pools", rules.noUnboundedPools()),
                new HouseRule("no-unbounded-queues", rules.noUnboundedQueues()),
                new HouseRule("no-bare-http-servers", rules.noBareHttpServers()),
                new HouseRule("no-scanned-beans", rules.noScannedBeans()));
    }

    // rule 9
    private ArchRule noEmptyNames() {
        return classes()
                .that(resideInAPackage(root + ".."))
                .should(ArchConditions.not(ArchConditions.be(describe(
                        "named like nothing in particular", (JavaClass type) -> BAD_NAME.matcher(type.getSimpleName())
                                .matches()))))
                .because("such a name says how a class is used and hides what it is")
                .allowEmptyShould(true);
    }

    // rule 10
    private ArchRule noOldDates() {
        return noClasses()
                .that(shipped())
                .should()
                .dependOnClassesThat(describe("are dates of old", type -> OLD_DATES.contains(type.getName())))
                .because("java.time says which day, which moment and which zone it means")
                .allowEmptyShould(true);
    }

    private ArchRule noConsole() {
        DescribedPredicate<JavaAccess<?>> console = describe(
                "access System.out or System.err",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                        && (access.getName().equals("out") || access.getName().equals("err")));
        return noClasses()
                .that(shipped().and(not(describe("a command line", type -> type.getSimpleName()
                        .endsWith("Tool")))))
                .should(ArchConditions.accessTargetWhere(console))
                .because("what a provider says goes to its log, with trace and order number")
                .allowEmptyShould(true);
    }

    private ArchRule noUnboundedPools() {
        DescribedPredicate<JavaCall<?>> pools = describe(
                "make a pool without a bound",
                call -> call.getTargetOwner().getName().equals("java.util.concurrent.Executors")
                        && UNBOUNDED_POOLS.contains(call.getName()));
        return noClasses()
                .that(shipped())
                .should(ArchConditions.callCodeUnitWhere(pools))
                .because("every pool has a bound, and its queue too: what does not fit is refused, not kept")
                .allowEmptyShould(true);
    }

    private ArchRule noUnboundedQueues() {
        DescribedPredicate<JavaCall<?>> queues = describe("make a queue without a bound", call -> {
            boolean bounded = call.getTarget().getRawParameterTypes().stream()
                    .anyMatch(type -> type.getName().equals("int"));
            return call.getName().equals("<init>")
                    && QUEUES.contains(call.getTargetOwner().getName())
                    && !(bounded && call.getTargetOwner().getSimpleName().startsWith("LinkedBlocking"));
        });
        return noClasses()
                .that(shipped())
                .should(ArchConditions.callCodeUnitWhere(queues))
                .because("a queue without a bound turns a slow minute into a full heap")
                .allowEmptyShould(true);
    }

    private ArchRule noBareHttpServers() {
        DescribedPredicate<JavaCall<?>> servers = describe(
                "make an HTTP server of the JDK",
                call -> call.getTargetOwner().getName().equals("com.sun.net.httpserver.HttpServer")
                        && call.getName().equals("create"));
        return noClasses()
                .that(shipped().and(not(describe("the one that makes them", type -> type.getName()
                        .equals(root + ".support.http.HttpServers")))))
                .should(ArchConditions.callCodeUnitWhere(servers))
                .because("HttpServers bounds the time of a client and ends the 40 ms that each answer would wait for")
                .allowEmptyShould(true);
    }

    private ArchRule noScannedBeans() {
        DescribedPredicate<JavaClass> scanned =
                describe("meta-annotated for a scan", type -> type.getAnnotations().stream()
                        .map(annotation -> annotation.getRawType().getName())
                        .anyMatch(name -> name.startsWith("org.springframework.stereotype.")
                                || name.equals("org.apache.dubbo.config.annotation.DubboService")));
        return classes()
                .that(shipped())
                .should(ArchConditions.not(ArchConditions.be(scanned)))
                .because("the object graph of a provider is written down in its Wiring class")
                .allowEmptyShould(true);
    }

    /** The classes that run in production: contracts, support, providers. */
    private DescribedPredicate<JavaClass> shipped() {
        return resideInAnyPackage(Stream.concat(Stream.of("api", "support"), HouseRules.PROVIDERS.stream())
                .map(module -> root + "." + module + "..")
                .toArray(String[]::new));
    }
}
