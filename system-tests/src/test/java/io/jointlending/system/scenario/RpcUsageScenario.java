package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.audit.LedgerAuditService;
import io.jointlending.api.channel.RpcMethodView;
import io.jointlending.api.channel.RpcProviderView;
import io.jointlending.api.channel.RpcUsageQuery;
import io.jointlending.api.channel.RpcUsageService;
import io.jointlending.api.channel.RpcUsageView;
import io.jointlending.api.loan.BorrowerFactsService;
import io.jointlending.api.loan.LoanService;
import io.jointlending.api.ops.OpsService;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Services;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Which methods are in use, as four providers, their consumers and a real registry say. */
@ExtendWith(OnPlatform.class)
final class RpcUsageScenario {
    private static final Duration STORED = Duration.ofSeconds(45);

    private final Platform platform;

    RpcUsageScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void every_exported_method_is_listed_and_what_is_consumed_or_called_is_in_use() {
        RpcUsageView usage = usage(30, null);
        assertThat(usage.providers())
                .extracting(RpcProviderView::application)
                .containsExactlyInAnyOrderElementsOf(Services.PROVIDERS);
        assertThat(usage.methods())
                .filteredOn(method -> method.contract().equals(OpsService.class.getName()))
                .hasSize(Services.PROVIDERS.size() * OpsService.class.getMethods().length);
        assertThat(method(usage, LoanService.class, "submit").orElseThrow().application())
                .isEqualTo("loan-provider");
        // fund-router-provider fetches identities when it renders a message, and this test reads orders
        assertThat(method(usage, BorrowerFactsService.class, null).orElseThrow().consumers())
                .contains("fund-router-provider");
        platform.services().loans().findOrder(new OrderQuery("2600000000000000000000"));
        assertThat(method(usage(30, null), LoanService.class, "findOrder").orElseThrow())
                .satisfies(method -> {
                    assertThat(method.consumers()).contains(Platform.APPLICATION);
                    assertThat(method.verdict()).isEqualTo("USED");
                });
        Await.until("the call is counted", STORED, () -> method(usage(1, null), LoanService.class, "findOrder")
                .map(method -> method.calls() != null && method.calls() > 0)
                .orElse(false));
    }

    @Test
    void a_method_without_consumer_and_call_is_unused_once_it_was_counted_for_as_long() throws SQLException {
        // nobody on this platform consumes the audit of ledgers over RPC
        Class<?> contract = LedgerAuditService.class;
        String method =
                Arrays.stream(contract.getMethods()).findFirst().orElseThrow().getName();
        Await.until("the method is counted", STORED, () -> method(usage(30, null), contract, method)
                .map(found -> found.verdict().equals("TOO_YOUNG"))
                .orElse(false));
        try (Connection connection = platform.database();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE repayment.rpc_method SET counted_since = counted_since - INTERVAL 30 DAY"
                    + " WHERE contract_name = '" + contract.getName() + "' AND method_name = '" + method + "'");
        }
        RpcUsageView unused = usage(30, "UNUSED");
        assertThat(method(unused, contract, method).orElseThrow().reason()).contains("no consumer, no call since");
        assertThat(unused.methods()).hasSize(unused.unused());
        assertThat(method(usage(31, "UNUSED"), contract, method)).isEmpty();
    }

    @Test
    void the_script_lists_them_and_refuses_what_it_is_not_asked_well(@TempDir Path home) throws Exception {
        Script script = new Script(platform, home);
        Script.Ran all = script.run(Map.of(), "unused-rpc", "--all", "--days", "7");
        assertThat(all.exitCode()).as(all.errors()).isZero();
        assertThat(all.answer().path("ok").asBoolean()).isTrue();
        assertThat(all.answer().at("/answer/data/providers").findValuesAsText("application"))
                .containsExactlyInAnyOrderElementsOf(Services.PROVIDERS);
        assertThat(all.answer().at("/answer/data/methods").findValuesAsText("method"))
                .contains("submit", "findUsage");
        assertThat(all.errors()).contains("were not used in 7 days");

        assertThat(script.run(Map.of(), "unused-rpc", "--days", "0").exitCode()).isEqualTo(2);
        assertThat(script.run(Map.of(), "unused-rpc", "--verdict", "MAYBE").exitCode())
                .isEqualTo(2);
        Script.Ran nobody = script.run(Map.of("JL_SESSION", "a".repeat(43)), "unused-rpc");
        assertThat(nobody.exitCode()).isEqualTo(4);
        assertThat(nobody.errors() + nobody.answer()).contains("A0401");
    }

    private RpcUsageView usage(int days, @Nullable String verdict) {
        return platform.calls()
                .once(
                        "usage",
                        platform.services().consumer().service(RpcUsageService.class)::findUsage,
                        new RpcUsageQuery(days, verdict));
    }

    private static Optional<RpcMethodView> method(RpcUsageView usage, Class<?> contract, @Nullable String method) {
        return usage.methods().stream()
                .filter(one -> one.contract().equals(contract.getName())
                        && (method == null || one.method().equals(method)))
                .findFirst();
    }
}
