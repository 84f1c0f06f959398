package io.jointlending.system.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.jointlending.system.rules.HouseRules.HouseRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of the house on the classes of every module, read from where the build put them. Package {@code broken} breaks
 * each rule once.
 */
class HouseRulesTest {
    private static final Path PROJECT = Path.of(System.getProperty("project.root", ".."));
    private static final String BROKEN = "io.jointlending.system.rules.broken";
    private static final List<String> MODULES = List.of(
            "loan-api",
            "provider-support",
            "loan-provider",
            "fund-router-provider",
            "repayment-provider",
            "channel-admin-provider",
            "graceful-shutdown-agent",
            "dev-stack",
            "system-tests");

    private static final JavaClasses OURS = new ClassFileImporter()
            .importPaths(MODULES.stream()
                    .map(HouseRulesTest::classes)
                    .filter(Files::isDirectory)
                    .toList());
    private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(BROKEN);

    /** Rule, then the fixture that breaks it. */
    private static final Map<String, String> BREACHES = Map.ofEntries(
            Map.entry("domain-is-plain", "loan.order.domain.DomainThatKnowsDubbo"),
            Map.entry("money-is-plain", "support.money.MoneyThatLogs"),
            Map.entry("application-knows-no-framework", "loan.order.application.UseCaseThatKnowsJdbc"),
            Map.entry("no-clock-below-rpc", "loan.order.domain.DomainThatReadsTheClock"),
            Map.entry("no-floating-point", "loan.order.domain.FloatingMoney"),
            Map.entry("path-through-a-feature", "loan.order.application.UseCaseThatKnowsRpc"),
            Map.entry("adapters-apart", "loan.order.rpc.RpcThatReadsRows"),
            Map.entry("dubbo-at-the-border", "loan.order.domain.DomainThatKnowsDubbo"),
            Map.entry("adapters-not-public", "loan.order.persistence.OpenMapper"),
            Map.entry("features-without-cycles", "loan.credit.RoundTrip"),
            Map.entry("providers-apart", "fund.task.KnowsAnotherProvider"),
            Map.entry("modules-in-order", "support.task.KnowsAProvider"),
            Map.entry("no-empty-names", "loan.order.domain.OrderUtil"),
            Map.entry("no-old-dates", "loan.order.domain.OldDate"),
            Map.entry("no-console", "loan.order.domain.Talkative"),
            Map.entry("no-unbounded-pools", "loan.order.domain.Unbounded"),
            Map.entry("no-unbounded-queues", "loan.order.domain.Unbounded"),
            Map.entry("no-bare-http-servers", "loan.order.domain.BareServer"),
            Map.entry("no-scanned-beans", "loan.order.rpc.ScannedBean"),
            Map.entry("null-marked", "loan.unmarked.Unmarked"),
            Map.entry("agent-is-alone", "agent.AgentThatKnowsDubbo"),
            Map.entry("api-depends-on-nothing", "api.shop.ApiThatKnowsDubbo"),
            Map.entry("api-shapes", "api.shop.Colour"),
            Map.entry("api-methods", "ShopService.answerless"),
            Map.entry("api-commands", "ShopService.buy"),
            Map.entry("api-component-types", "BuyRequest.colours"),
            Map.entry("api-constraints", "BuyRequest.price"));

    static List<HouseRule> ours() {
        return HouseRules.under("io.jointlending");
    }

    static List<HouseRule> broken() {
        return HouseRules.under(BROKEN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ours")
    void the_house_keeps_its_rules(HouseRule rule) {
        rule.rule().check(OURS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void each_rule_finds_what_breaks_it(HouseRule rule) {
        String breach = BREACHES.get(rule.id());
        assertThat(breach).as("the breach of %s", rule.id()).isNotNull();
        assertThat(rule.rule().evaluate(FIXTURES).getFailureReport().toString()).contains(breach);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ours")
    void each_rule_says_why(HouseRule rule) {
        assertThat(rule.rule().getDescription()).contains("because");
    }

    @Test
    void every_module_with_sources_was_read() throws IOException {
        List<String> unread = new ArrayList<>();
        for (String module : MODULES) {
            Path sources = PROJECT.resolve(module).resolve("src/main/java");
            if (Files.isDirectory(sources) && holdsJava(sources) && !Files.isDirectory(classes(module))) {
                unread.add(module);
            }
        }
        assertThat(unread).as("modules that are not compiled").isEmpty();
        Set<String> packages = new HashSet<>();
        OURS.forEach(type -> packages.add(type.getPackageName()));
        assertThat(packages).contains("io.jointlending.api.loan", "io.jointlending.support.schema");
    }

    private static boolean holdsJava(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        }
    }

    private static Path classes(String module) {
        return PROJECT.resolve(module).resolve("target/classes");
    }
}
