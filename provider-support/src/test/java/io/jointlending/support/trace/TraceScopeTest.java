package io.jointlending.support.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.runtime.CurrentTrace;
import io.jointlending.api.runtime.TraceParent;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TraceScopeTest {
    @Test
    void inside_the_thread_works_for_the_callers_trace_and_afterwards_for_its_own_again() {
        TraceParent caller = TraceParent.start();
        try (TraceScope outer = TraceScope.open(caller.header(), new RequestNoQuery("r-1"))) {
            assertThat(outer.traceId()).isEqualTo(caller.traceId());
            assertThat(MDC.get("requestNo")).isEqualTo("r-1");
            try (TraceScope inner = TraceScope.open(null, new OrderQuery("1234567890123456789012"))) {
                assertThat(inner.traceId()).isNotEqualTo(caller.traceId());
                assertThat(MDC.get("orderNo")).isEqualTo("1234567890123456789012");
            }
            TraceParent current = CurrentTrace.get();
            assertThat(current).isNotNull();
            assertThat(MDC.get("orderNo")).isNull();
            assertThat(MDC.get("traceId")).isEqualTo(caller.traceId());
        }
        assertThat(CurrentTrace.get()).isNull();
        assertThat(MDC.get("traceId")).isNull();
    }

    @Test
    void a_number_from_outside_cannot_forge_a_line_of_the_log() {
        try (TraceScope scope = TraceScope.open("nonsense", new RequestNoQuery("a\nERROR " + "x".repeat(100)))) {
            assertThat(scope.traceId()).hasSize(32);
            assertThat(MDC.get("requestNo")).isEqualTo("a?ERROR?" + "x".repeat(56));
        }
    }
}
