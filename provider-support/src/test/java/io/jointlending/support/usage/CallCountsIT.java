package io.jointlending.support.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jointlending.api.ops.MethodCallsView;
import io.jointlending.support.job.Slice;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallCountsIT {
    private static final SchemaFixture SCHEMA = SchemaFixture.create("channel_admin");
    private static final ContractMethod STATUS = new ContractMethod("io.jointlending.api.ops.OpsService", "status");
    private static final ContractMethod CALLS = new ContractMethod("io.jointlending.api.ops.OpsService", "calls");

    private final List<ContractMethod> exported = new ArrayList<>(List.of(STATUS, CALLS));
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final CallCounts counts = counts(meters);
    private final CallUsage usage = new CallUsage("channel-admin-provider", SCHEMA.session());

    @BeforeEach
    void empty() {
        SCHEMA.execute("DELETE FROM rpc_call_day");
        SCHEMA.execute("DELETE FROM rpc_method");
    }

    @AfterAll
    static void drop() {
        SCHEMA.close();
    }

    @Test
    void calls_are_added_up_over_codes_rounds_and_instances() {
        MeterRegistry other = new SimpleMeterRegistry();
        CallCounts otherInstance = counts(other);
        called(meters, STATUS, "00000", 3);
        called(meters, STATUS, "A0406", 2);
        counts.store();
        called(meters, STATUS, "00000", 4);
        called(other, STATUS, "00000", 10);
        counts.store();
        counts.store();
        otherInstance.store();

        assertThat(usage.ofLast(1).methods())
                .extracting(MethodCallsView::method, MethodCallsView::calls)
                .containsExactly(tuple("calls", 0L), tuple("status", 19L));
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM rpc_call_day")).isEqualTo(1);
    }

    @Test
    void a_method_is_counted_from_the_day_on_which_it_was_first_exported() {
        counts.store();
        SCHEMA.execute("UPDATE rpc_method SET counted_since = '2026-01-05'");
        exported.add(new ContractMethod("io.jointlending.api.ops.JobAdminService", "run"));
        counts(meters).store(); // the next release
        LocalDate today = usage.ofLast(1).today();
        assertThat(usage.ofLast(1).methods())
                .extracting(MethodCallsView::method, MethodCallsView::countedSince)
                .containsExactly(
                        tuple("run", today),
                        tuple("calls", LocalDate.of(2026, 1, 5)),
                        tuple("status", LocalDate.of(2026, 1, 5)));
    }

    @Test
    void what_no_contract_has_is_not_counted() {
        called(meters, new ContractMethod("io.jointlending.api.ops.OpsService", "dropTables"), "A0406", 7);
        called(meters, new ContractMethod("elsewhere.Service", "status"), "00000", 7);
        counts.store();
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM rpc_call_day")).isZero();
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM rpc_method")).isEqualTo(2);
    }

    @Test
    void what_could_not_be_stored_is_stored_the_next_time_and_once() {
        counts.store();
        called(meters, STATUS, "00000", 5);
        SCHEMA.execute("RENAME TABLE rpc_call_day TO rpc_call_day_away");
        try {
            assertThatThrownBy(counts::store).isInstanceOf(RuntimeException.class);
        } finally {
            SCHEMA.execute("RENAME TABLE rpc_call_day_away TO rpc_call_day");
        }
        called(meters, STATUS, "00000", 1);
        counts.close();
        assertThat(SCHEMA.number("SELECT SUM(calls) FROM rpc_call_day")).isEqualTo(6);
    }

    @Test
    void calls_are_asked_for_by_days_and_the_last_one_is_known_beyond_them() {
        counts.store();
        SCHEMA.execute("UPDATE rpc_method SET counted_since = '2020-01-01'");
        for (int ago : List.of(0, 1, 29, 30, 100)) {
            day("status", ago, 1 + ago);
        }
        day("calls", 30, 5);
        LocalDate today = usage.ofLast(1).today();
        assertThat(usage.ofLast(30).methods())
                .extracting(MethodCallsView::method, MethodCallsView::calls, MethodCallsView::lastCalledOn)
                .containsExactly(tuple("calls", 0L, today.minusDays(30)), tuple("status", 1L + 2 + 30, today));
        assertThat(usage.ofLast(31).methods())
                .extracting(MethodCallsView::calls)
                .containsExactly(5L, 1L + 2 + 30 + 31);
    }

    @Test
    void old_days_go_and_since_when_a_method_is_counted_stays() {
        counts.store();
        for (int ago = 395; ago < 410; ago++) {
            day("status", ago, 1);
        }
        new CallPurge(SCHEMA.session()).step(new Slice(LocalDate.of(2026, 3, 2), 0, 1, ""));
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM rpc_call_day")).isEqualTo(6);
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM rpc_method")).isEqualTo(2);
    }

    private CallCounts counts(MeterRegistry of) {
        return new CallCounts(SCHEMA.transactions(), SCHEMA.session(), of, () -> exported);
    }

    private static void called(MeterRegistry meters, ContractMethod method, String code, int times) {
        for (int i = 0; i < times; i++) {
            meters.timer("jl.rpc", "service", method.service(), "method", method.method(), "code", code)
                    .record(Duration.ofMillis(1));
        }
    }

    private static void day(String method, int daysAgo, int calls) {
        SCHEMA.execute("INSERT INTO rpc_call_day (contract_name, method_name, call_date, calls) VALUES"
                + " ('io.jointlending.api.ops.OpsService', '" + method + "', UTC_DATE() - INTERVAL " + daysAgo
                + " DAY, " + calls + ")");
    }
}
