package io.jointlending.channel.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.RpcMethodView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.ops.CallsView;
import io.jointlending.api.ops.MethodCallsView;
import io.jointlending.channel.usage.RegisteredContracts.Consumed;
import io.jointlending.channel.usage.RegisteredContracts.Provided;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class VerdictsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String CONTRACT = "io.jointlending.api.loan.LoanService";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/usage/verdicts.csv", numLinesToSkip = 1)
    void a_method_is_unused_only_when_nothing_speaks_for_it(
            String what,
            @Nullable String consumers,
            @Nullable Long calls,
            @Nullable LocalDate countedSince,
            @Nullable LocalDate lastCalledOn,
            String verdict,
            String reason) {
        List<Consumed> consumed = consumers == null
                ? List.of()
                : Stream.of(consumers.split("\\+"))
                        .map(name -> new Consumed(name, CONTRACT, ""))
                        .toList();
        List<MethodCallsView> counted = calls == null || countedSince == null
                ? List.of()
                : List.of(new MethodCallsView(CONTRACT, "submit", countedSince, calls, lastCalledOn));

        RpcMethodView method = new Verdicts(
                        new RegisteredContracts(List.of(provided("loan-provider", "", "submit")), consumed),
                        Map.of("loan-provider", RpcResult.ok(new CallsView("loan-provider", TODAY, counted))),
                        30)
                .methods()
                .get(0);

        assertThat(method.verdict()).isEqualTo(verdict);
        assertThat(method.reason()).isEqualTo(reason);
        assertThat(method.calls()).isEqualTo(calls);
        assertThat(method.countedSince()).isEqualTo(countedSince);
        assertThat(method.consumers()).hasSize(consumed.size());
    }

    @Test
    void instances_are_one_line_together_and_know_what_any_of_them_knows() {
        RegisteredContracts registered = new RegisteredContracts(
                List.of(provided("loan-provider", "", "submit"), provided("loan-provider", "", "submit", "loanOut")),
                List.of());
        assertThat(new Verdicts(registered, Map.of(), 30).methods())
                .extracting(RpcMethodView::method, RpcMethodView::instances)
                .containsExactly(tuple("loanOut", 2), tuple("submit", 2));
    }

    @Test
    void a_consumer_counts_in_its_own_group_only() {
        RegisteredContracts registered = new RegisteredContracts(
                List.of(provided("a-provider", "a", "status"), provided("b-provider", "b", "status")),
                List.of(new Consumed("console", CONTRACT, "a"), new Consumed("other", "io.other.Service", "b")));
        assertThat(new Verdicts(registered, Map.of(), 30).methods())
                .extracting(RpcMethodView::application, RpcMethodView::consumers, RpcMethodView::verdict)
                .containsExactly(
                        tuple("a-provider", List.of("console"), Verdicts.USED),
                        tuple("b-provider", List.of(), Verdicts.UNKNOWN));
        RegisteredContracts everywhere =
                new RegisteredContracts(registered.provided(), List.of(new Consumed("monitor", CONTRACT, "*")));
        assertThat(new Verdicts(everywhere, Map.of(), 30).methods())
                .allMatch(method -> method.verdict().equals(Verdicts.USED));
    }

    @Test
    void a_provider_that_does_not_say_leaves_its_methods_unknown() {
        Verdicts verdicts = new Verdicts(
                new RegisteredContracts(List.of(provided("loan-provider", "", "submit")), List.of()),
                Map.of("loan-provider", RpcResult.refused(ErrorCodes.PROVIDER_UNAVAILABLE, "no answer", null)),
                30);
        assertThat(verdicts.methods()).singleElement().satisfies(method -> {
            assertThat(method.verdict()).isEqualTo(Verdicts.UNKNOWN);
            assertThat(method.reason()).contains("B0320 no answer");
        });
        assertThat(verdicts.providers()).singleElement().satisfies(provider -> {
            assertThat(provider.problem()).isEqualTo("B0320 no answer");
            assertThat(provider.countedSince()).isNull();
        });
    }

    private static Provided provided(String application, String group, String... methods) {
        return new Provided(application, CONTRACT, group, List.of(methods));
    }
}
