package io.jointlending.fund.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.task.domain.CallResult;
import io.jointlending.fund.task.domain.StepRecord;
import io.jointlending.fund.task.remote.GuardedGate;
import io.jointlending.support.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redisson.api.RedissonClient;

class GuardsIT {
    private static final RedissonClient REDIS = TestRedis.shared();
    private static final Breakers BREAKERS = new Breakers(Path.of("target", "sentinel"));

    private final CallGate gate = new CallGate(REDIS, () -> 1, Duration.ofSeconds(30), Duration.ofSeconds(20));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Duration closed = Duration.ZERO;
    private final Guards guards = new Guards(gate, BREAKERS, channel -> closed, meters);

    @AfterAll
    static void close() {
        BREAKERS.close();
        REDIS.shutdown();
    }

    @ParameterizedTest
    @CsvSource({"PAUSED, PAUSED", "DISABLED, DISABLED"})
    void a_channel_that_is_switched_off_is_not_called(String status, RefusalReason reason) {
        ChannelDefinition off = new TestChannel().status(status).made();

        assertThat(enter(off, "one")).isInstanceOfSatisfying(Admission.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.retryAfterMillis()).isPositive();
        });
        assertThat(gate.running(off.channel())).isZero();
        assertThat(meters.get("jl.fund.refusals")
                        .tag("reason", status)
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void an_institution_that_is_closed_is_asked_when_it_opens() {
        closed = Duration.ofMinutes(7);
        assertThat(enter(new TestChannel().made(), "one"))
                .isEqualTo(new Admission.Refused(RefusalReason.CLOSED, 420_000));
    }

    @Test
    void an_open_breaker_takes_no_permit() {
        ChannelDefinition channel = new TestChannel()
                .gate(1, 10_000, 10_000)
                .breaker(1_000, "1", "0.5", 2, Duration.ofSeconds(60))
                .made();
        for (int i = 0; i < 2; i++) {
            granted(channel, "lost-" + i).record(CallOutcome.LOST);
        }
        assertThat(decided(channel, "next")).isInstanceOfSatisfying(Admission.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(RefusalReason.BREAKER_OPEN);
            assertThat(refused.retryAfterMillis()).isBetween(30_000L, 60_000L);
        });
        assertThat(gate.running(channel.channel())).isZero();
        assertThat(guards.enter(channel, TestChannel.QUERY, "query")).isInstanceOf(Admission.Granted.class);
    }

    @Test
    void an_admission_ends_once_and_on_any_thread() throws InterruptedException {
        ChannelDefinition channel = new TestChannel().gate(1, 10_000, 10_000).made();
        Admission.Granted first = granted(channel, "one");
        assertThat(first.inTime()).isTrue();
        assertThat(enter(channel, "two"))
                .isInstanceOfSatisfying(Admission.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(RefusalReason.LOCAL_FULL));

        Thread other = new Thread(() -> first.record(CallOutcome.ANSWERED));
        other.start();
        other.join();
        first.close();
        Admission.Granted second = granted(channel, "two");
        first.close();
        assertThat(gate.running(channel.channel())).isOne();
        second.close();
        assertThat(gate.running(channel.channel())).isZero();
        assertThat(meters.get("jl.fund.calls")
                        .tag("outcome", "ANSWERED")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("jl.fund.calls")
                        .tag("outcome", "NOT_TRIED")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusals_of_loans_leave_the_breaker_closed_and_lost_or_unreachable_calls_open_it() {
        TestChannel channel = new TestChannel().breaker(1_000, "1", "0.5", 4, Duration.ofSeconds(60));
        StepRecord.Evidence refusal = new StepRecord.Evidence(200, 1, null, null, null);
        StepRecord.Evidence gateway = new StepRecord.Evidence(502, 1, null, null, null);
        Tree.Fields rejected = Tree.Fields.empty().with("code", new Tree.Text("2001"));
        Map<CallResult, Boolean> opens = Map.of(
                new CallResult.Replied(rejected, refusal), false,
                new CallResult.NotSent("too slow to be sent", false, StepRecord.Evidence.NONE), false,
                new CallResult.NotSent("no connection", true, StepRecord.Evidence.NONE), true,
                new CallResult.Lost("DEADLINE", false, StepRecord.Evidence.NONE), true,
                new CallResult.Lost("NOT_AUTHENTIC", true, gateway), true);
        opens.forEach((result, open) -> {
            ChannelDefinition bank = channel.named("bank-" + UUID.randomUUID()).made();
            io.jointlending.fund.task.domain.CallGate engine = new GuardedGate(guards);
            for (int i = 0; i < 4; i++) {
                String permit = "p" + i;
                try (var place = (io.jointlending.fund.task.domain.CallGate.Entry.Granted)
                        engine.enter(bank, TestChannel.APPLY, permit)) {
                    place.over(result);
                }
            }
            assertThat(BREAKERS.open().containsKey(bank.channel()))
                    .as(result.toString())
                    .isEqualTo(open);
        });
    }

    @Test
    void sixty_four_threads_never_exceed_the_guards() {
        ChannelDefinition channel = new TestChannel().gate(5, 10_000, 10_000).made();
        Crowd crowd = new Crowd();
        Crowd.of(64, number -> {
            for (int i = 0; i < 20; i++) {
                if (enter(channel, number + "-" + i) instanceof Admission.Granted granted) {
                    try (granted) {
                        crowd.visit();
                        granted.record(CallOutcome.ANSWERED);
                    }
                }
            }
        });
        assertThat(crowd.most()).isBetween(1, 5);
        assertThat(gate.running(channel.channel())).isZero();
    }

    private Admission enter(ChannelDefinition channel, String permit) {
        return guards.enter(channel, TestChannel.APPLY, permit);
    }

    private Admission.Granted granted(ChannelDefinition channel, String permit) {
        return (Admission.Granted) decided(channel, permit);
    }

    /** A permit is given back to Redis without waiting, so right after a call its place may still be taken there. */
    private Admission decided(ChannelDefinition channel, String permit) {
        AtomicReference<Admission> last = new AtomicReference<>();
        Eventually.within(Duration.ofSeconds(10), "the gate has a place for " + permit, () -> {
            last.set(enter(channel, permit));
            return !(last.get() instanceof Admission.Refused refused) || refused.reason() != RefusalReason.GATE_FULL;
        });
        return Objects.requireNonNull(last.get());
    }
}
