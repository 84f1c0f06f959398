package io.jointlending.fund.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.support.Eventually;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

class CallGateIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofSeconds(30);
    /** So that a machine with too much to do is not taken for an outage. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private static final RedissonClient ONE = TestRedis.shared();
    private static final RedissonClient TWO = TestRedis.shared();

    private final CallGate here = new CallGate(ONE, () -> 2, MARGIN, PATIENT);
    private final CallGate there = new CallGate(TWO, () -> 2, MARGIN, PATIENT);

    @AfterAll
    static void close() {
        ONE.shutdown();
        TWO.shutdown();
    }

    @Test
    void sixty_four_threads_of_two_instances_never_exceed_a_gate() {
        ChannelDefinition channel = new TestChannel().gate(6, 10_000, 10_000).made();
        Crowd crowd = new Crowd();

        Crowd.of(64, number -> {
            CallGate gate = number % 2 == 0 ? here : there;
            for (int i = 0; i < 30; i++) {
                String permit = number + "-" + i;
                if (gate.enter(channel, permit).reason() == null) {
                    crowd.visit();
                    gate.leave(channel, permit);
                }
            }
        });

        assertThat(crowd.most()).isBetween(2, 6);
        assertThat(here.local() || there.local()).as("decided by Redis").isFalse();
        Eventually.within(LIMIT, "every permit came back", () -> inRedis(channel) == 0);
        assertThat(here.running(channel.channel()) + there.running(channel.channel()))
                .isZero();
    }

    @Test
    void the_permit_of_a_holder_that_died_comes_back_when_its_lease_ends() {
        ChannelDefinition channel = new TestChannel()
                .total(Duration.ofMillis(300))
                .gate(1, 10_000, 10_000)
                .made();
        CallGate dying = new CallGate(ONE, () -> 2, Duration.ofMillis(200), PATIENT);
        CallGate living = new CallGate(TWO, () -> 2, Duration.ofMillis(200), PATIENT);
        long begun = System.nanoTime();
        assertThat(dying.enter(channel, "never-left").reason()).isNull();

        assertThat(living.enter(channel, "waits").reason()).isEqualTo(RefusalReason.GATE_FULL);
        Eventually.within(LIMIT, "let in", () -> living.enter(channel, "waits").reason() == null);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(490));
    }

    @Test
    void a_permit_that_is_asked_for_twice_is_one_permit() {
        ChannelDefinition channel = new TestChannel().gate(2, 10_000, 10_000).made();

        assertThat(here.enter(channel, "one").reason()).isNull();
        assertThat(here.enter(channel, "one").reason()).isNull();
        assertThat(there.enter(channel, "one").reason())
                .as("by name, wherever it is asked for")
                .isNull();
        assertThat(inRedis(channel)).isOne();
        assertThat(here.enter(channel, "two").reason()).isNull();
        assertThat(there.enter(channel, "three").reason()).isEqualTo(RefusalReason.GATE_FULL);
        assertThat(here.enter(channel, "three").reason()).isEqualTo(RefusalReason.LOCAL_FULL);
    }

    @Test
    void a_second_has_no_more_calls_than_the_rate_and_a_refusal_says_when_to_come_back() {
        ChannelDefinition channel = new TestChannel().gate(1_000, 20, 5).made();
        long begun = System.nanoTime();
        int granted = 0;
        int number = 0;
        long longestWait = 0;
        while (System.nanoTime() - begun < Duration.ofSeconds(2).toNanos()) {
            CallGate.Answer answer = here.enter(channel, "p" + number++);
            granted += answer.reason() == null ? 1 : 0;
            longestWait = Math.max(longestWait, answer.retryAfterMillis());
        }
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();

        assertThat(granted).isLessThanOrEqualTo((int) (5 + millis / 50 + 1)).isGreaterThanOrEqualTo(5);
        assertThat(longestWait).isBetween(1L, 50L);
    }

    @Test
    void the_keys_of_a_gate_expire_by_themselves() {
        ChannelDefinition channel = new TestChannel().gate(5, 20, 5).made();
        assertThat(here.enter(channel, "one").reason()).isNull();

        GateKeys keys = GateKeys.of(channel.channel());
        assertThat(ONE.getScoredSortedSet(keys.inFlight(), StringCodec.INSTANCE).remainTimeToLive())
                .isBetween(1L, here.lease(channel).toMillis());
        assertThat(ONE.getBucket(keys.arrival(), StringCodec.INSTANCE).remainTimeToLive())
                .isBetween(1L, 60L);
    }

    @Test
    void a_smaller_limit_holds_from_the_next_call_on() {
        TestChannel channel = new TestChannel().gate(3, 10_000, 10_000);
        assertThat(here.enter(channel.made(), "one").reason()).isNull();
        assertThat(here.enter(channel.made(), "two").reason()).isNull();

        ChannelDefinition smaller = channel.gate(2, 10_000, 10_000).made();
        assertThat(there.enter(smaller, "three").reason()).isEqualTo(RefusalReason.GATE_FULL);
    }

    @Test
    void a_redis_that_forgot_the_script_is_given_its_text() {
        ChannelDefinition channel = new TestChannel().made();
        assertThat(here.enter(channel, "one").reason()).isNull();
        ONE.getScript().scriptFlush();

        assertThat(here.enter(channel, "two").reason()).isNull();
        assertThat(here.local()).isFalse();
        assertThat(inRedis(channel)).isEqualTo(2);
    }

    @Test
    void a_permit_must_outlive_its_call() {
        assertThatThrownBy(() -> new CallGate(ONE, () -> 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must outlive its call");
        ChannelDefinition channel = new TestChannel().made();
        assertThat(here.lease(channel)).isGreaterThan(channel.call().total());
    }

    private static int inRedis(ChannelDefinition channel) {
        return ONE.getScoredSortedSet(GateKeys.of(channel.channel()).inFlight(), StringCodec.INSTANCE)
                .size();
    }
}
