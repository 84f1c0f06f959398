package io.jointlending.support.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.alibaba.druid.pool.GetConnectionTimeoutException;
import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.LoanService;
import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.api.runtime.CurrentTrace;
import io.jointlending.api.runtime.TraceParent;
import io.jointlending.support.error.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.dubbo.common.utils.NetUtils;
import org.apache.dubbo.rpc.RpcException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionSystemException;

class ContractFilterTest {
    private static final ScriptedLoanService SERVICE = new ScriptedLoanService();
    private static final SubmitLoanRequest VALID =
            new SubmitLoanRequest("req-1", "B-1", "PRODUCT-A", null, 100_000L, 3);

    private static @Nullable DubboLoopback<LoanService> loopback;

    @BeforeAll
    static void start() {
        loopback = new DubboLoopback<>(
                LoanService.class, SERVICE, DubboLoopback.with(DubboLoopback.timeout("submit", 3_000)));
    }

    @AfterAll
    static void stop() {
        loopback().close();
    }

    @AfterEach
    void let_everybody_in_again() {
        loopback().guard(CallGuard.open());
        CurrentTrace.set(null);
    }

    static Stream<Arguments> failures() {
        SQLException deadlock = new SQLException("Deadlock found", "40001", 1213);
        SQLException lockWait = new SQLException("Lock wait timeout exceeded", "40001", 1205);
        SQLException refusedConnection = new SQLException("Communications link failure", "08S01");
        SQLException brokenCheck = new SQLException("CONSTRAINT failed", "23000", 4025);
        return Stream.of(
                Arguments.of(new Refusal(ErrorCodes.CREDIT_INSUFFICIENT, "free 1, asked 2", "amountFen"), "A0505"),
                Arguments.of(new Refusal(ErrorCodes.PROVIDER_UNAVAILABLE, null), "B0320"),
                Arguments.of(new IllegalStateException("sum 3 is not 4"), "B0001"),
                Arguments.of(new NullPointerException(), "B0001"),
                Arguments.of(new ClassOfThisTestAlone(new SQLException("inner")), "B0001"),
                Arguments.of(
                        new CannotGetJdbcConnectionException("no", new GetConnectionTimeoutException("no")), "B0310"),
                Arguments.of(new IllegalStateException("outer", refusedConnection), "B0310"),
                Arguments.of(new IllegalStateException("outer", deadlock), "B0210"),
                Arguments.of(new IllegalStateException("outer", lockWait), "B0210"),
                Arguments.of(new IllegalStateException("outer", brokenCheck), "B0001"),
                Arguments.of(new TransactionSystemException("commit", refusedConnection), "B0001"),
                Arguments.of(new RpcException("no provider"), "B0320"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_failure_arrives_as_an_answer_with_its_code(RuntimeException failure, String code) {
        SERVICE.script(request -> {
            throw failure;
        });

        RpcResult<MasterOrderView> answer = proxy().submit(VALID);

        assertThat(answer.code()).as("%s", failure).isEqualTo(code);
        assertThat(answer.data()).isNull();
        assertThat(answer.requestId()).matches("[0-9a-f]{32}");
    }

    @Test
    void a_refusal_keeps_its_message_and_its_field() {
        SERVICE.script(request -> {
            throw new Refusal(ErrorCodes.CREDIT_INSUFFICIENT, "free 1, asked 2", "amountFen");
        });

        RpcResult<MasterOrderView> answer = proxy().submit(VALID);

        assertThat(answer.message()).isEqualTo("free 1, asked 2");
        assertThat(answer.field()).isEqualTo("amountFen");
    }

    @Test
    void an_error_of_the_jvm_and_a_missing_answer_are_internal_errors() {
        SERVICE.script(request -> {
            throw new StackOverflowError();
        });
        assertThat(proxy().submit(VALID).code()).isEqualTo("B0001");

        SERVICE.script(request -> nothing());
        assertThat(proxy().submit(VALID).code()).isEqualTo("B0001");
    }

    @Test
    void the_call_after_a_failure_succeeds() {
        SERVICE.script(request -> {
            throw new ClassOfThisTestAlone(new SQLException("inner"));
        });
        proxy().submit(VALID);
        SERVICE.script(request -> RpcResult.ok(order()));

        RpcResult<MasterOrderView> answer = proxy().submit(VALID);

        assertThat(answer.success()).isTrue();
        assertThat(answer.data()).isEqualTo(order());
    }

    @Test
    void an_invalid_request_names_its_field_and_never_reaches_the_service() {
        SERVICE.script(request -> RpcResult.ok(order()));

        RpcResult<MasterOrderView> answer =
                proxy().submit(new SubmitLoanRequest("bad number!", "B-1", "PRODUCT-A", null, 0L, 3));

        assertThat(answer.code()).isEqualTo("A0400");
        assertThat(answer.field()).isEqualTo("amountFen");
        assertThat(answer.message())
                .isEqualTo("amountFen must be greater than 0; requestNo must match \"[A-Za-z0-9_-]{1,64}\"");
        assertThat(SERVICE.calls()).isZero();
    }

    @Test
    @SuppressWarnings("NullAway") // what a foreign consumer may send
    void a_missing_request_is_refused_by_name() {
        RpcResult<MasterOrderView> answer = proxy().submit(null);

        assertThat(answer.code()).isEqualTo("A0400");
        assertThat(answer.field()).isEqualTo("request");
    }

    @Test
    void a_caller_outside_the_list_is_refused() {
        SERVICE.script(request -> RpcResult.ok(order()));
        loopback().guard(new CallGuard(List.of("203.0.113.0/24"), CallGuard.everybody(), 8, new SimpleMeterRegistry()));
        assertThat(proxy().submit(VALID).code()).isEqualTo("A0403");

        // Dubbo takes an address of the machine for 127.0.0.1
        List<String> own = List.of("127.0.0.0/8", NetUtils.getLocalHost());
        loopback().guard(new CallGuard(own, CallGuard.everybody(), 8, new SimpleMeterRegistry()));
        assertThat(proxy().submit(VALID).success()).isTrue();
    }

    @Test
    void a_call_beyond_the_limit_is_answered_busy_at_once() throws Exception {
        loopback().guard(new CallGuard(List.of(), CallGuard.everybody(), 1, new SimpleMeterRegistry()));
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        SERVICE.script(request -> {
            running.countDown();
            await(finish);
            return RpcResult.ok(order());
        });
        CompletableFuture<RpcResult<MasterOrderView>> first =
                CompletableFuture.supplyAsync(() -> proxy().submit(VALID));
        await(running);

        assertThat(proxy().submit(VALID).code()).isEqualTo("B0210");

        finish.countDown();
        assertThat(first.get(3, TimeUnit.SECONDS).success()).isTrue();
        assertThat(SERVICE.calls()).isOne();
    }

    @Test
    void the_caller_and_the_trace_are_known_inside_and_told_outside() {
        TraceParent trace = TraceParent.start();
        CurrentTrace.set(trace);
        SERVICE.script(request -> {
            TraceParent inside = CurrentTrace.get();
            String seen = CallContext.caller() + ' ' + (inside == null ? "" : inside.traceId());
            throw new Refusal(ErrorCodes.ORDER_STATE, seen, null);
        });

        RpcResult<MasterOrderView> answer = proxy().submit(VALID);

        assertThat(answer.message()).isEqualTo("cashier " + trace.traceId());
        assertThat(answer.requestId()).isEqualTo(trace.traceId());
        assertThat(CallContext.caller()).isEqualTo("local");
    }

    @Test
    void every_call_leaves_one_access_line_and_one_measurement() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        loopback().guard(new CallGuard(List.of(), CallGuard.everybody(), 8, meters));
        SERVICE.script(request -> {
            throw new Refusal(ErrorCodes.CREDIT_INSUFFICIENT, "amountFen");
        });
        Logger access = (Logger) LoggerFactory.getLogger("io.jointlending.access");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        access.addAppender(lines);

        proxy().submit(VALID);

        access.detachAppender(lines);
        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.get(0).getFormattedMessage())
                .matches("rpc LoanService\\.submit caller=cashier code=A0505 ms=\\d+ field=amountFen");
        assertThat(lines.list.get(0).getMDCPropertyMap())
                .containsEntry("requestNo", "req-1")
                .containsKey("traceId");
        assertThat(meters.get("jl.rpc")
                        .tags("service", "LoanService", "method", "submit", "code", "A0505")
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void a_command_that_is_too_slow_runs_exactly_once() {
        CountDownLatch finish = new CountDownLatch(1);
        SERVICE.script(request -> {
            await(finish);
            return RpcResult.ok(order());
        });
        long start = System.nanoTime();

        assertThatThrownBy(() -> proxy().submit(VALID)).isInstanceOf(RpcException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(SERVICE.calls()).isOne();
        finish.countDown();
    }

    private static DubboLoopback<LoanService> loopback() {
        if (loopback == null) {
            throw new IllegalStateException("not started");
        }
        return loopback;
    }

    private static LoanService proxy() {
        return loopback().proxy();
    }

    @SuppressWarnings("NullAway") // the mistake under test
    private static RpcResult<MasterOrderView> nothing() {
        return null;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MasterOrderView order() {
        LocalDateTime created = LocalDateTime.of(2026, 3, 1, 8, 30, 1, 123_000_000);
        return new MasterOrderView(
                "2603010000000000011001", "B-1", "PRODUCT-A", null, 100_000L, 3, 10, null, null, created, null);
    }

    /** A class that the consumer would not be allowed to read. */
    private static final class ClassOfThisTestAlone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClassOfThisTestAlone(Throwable cause) {
            super(cause);
        }
    }
}
