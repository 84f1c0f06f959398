package io.jointlending.fund.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alibaba.csp.sentinel.AsyncEntry;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.support.Eventually;
import io.jointlending.support.error.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BreakersTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration OPEN = Duration.ofSeconds(1);

    private final Breakers breakers = new Breakers(Path.of("target", "sentinel"));
    private final ChannelDefinition channel =
            new TestChannel().breaker(2_000, "1", "0.5", 4, OPEN).made();

    @AfterEach
    void close() {
        breakers.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"LOST", "NOT_CONNECTED", "SERVER_ERROR"})
    void calls_that_fail_open_the_breaker_of_their_endpoint_and_no_other(CallOutcome failure) {
        calls(TestChannel.APPLY, failure, 4);

        assertThat(breakers.enter(channel, TestChannel.APPLY)).isEmpty();
        assertThat(breakers.retryAfterMillis(channel, TestChannel.APPLY)).isBetween(1L, 1_000L);
        assertThat(breakers.open()).containsEntry(channel.channel(), Set.of("POST loan/apply"));
        calls(TestChannel.QUERY, CallOutcome.ANSWERED, 4);
    }

    @Test
    void refusals_of_loans_never_open_a_breaker() {
        calls(TestChannel.APPLY, CallOutcome.ANSWERED, 100);
        calls(TestChannel.APPLY, CallOutcome.NOT_TRIED, 100);

        assertThat(breakers.open()).isEmpty();
    }

    @Test
    void after_its_time_one_call_tries_and_a_good_one_closes_the_breaker() {
        calls(TestChannel.APPLY, CallOutcome.LOST, 4);
        AsyncEntry probe = probe();
        assertThat(breakers.enter(channel, TestChannel.APPLY))
                .as("one tries at a time")
                .isEmpty();
        assertThat(breakers.open()).containsKey(channel.channel());

        Breakers.leave(probe, CallOutcome.ANSWERED);
        calls(TestChannel.APPLY, CallOutcome.ANSWERED, 10);
        assertThat(breakers.open()).isEmpty();
    }

    @Test
    void a_try_that_fails_keeps_the_breaker_open() {
        calls(TestChannel.APPLY, CallOutcome.LOST, 4);
        Breakers.leave(probe(), CallOutcome.NOT_CONNECTED);

        assertThat(breakers.enter(channel, TestChannel.APPLY)).isEmpty();
        assertThat(breakers.open()).containsKey(channel.channel());
    }

    @Test
    void a_try_that_was_not_made_says_nothing() {
        calls(TestChannel.APPLY, CallOutcome.LOST, 4);
        Breakers.leave(probe(), CallOutcome.NOT_TRIED);

        assertThat(breakers.open()).containsKey(channel.channel());
        Breakers.leave(probe(), CallOutcome.LOST);
        assertThat(breakers.enter(channel, TestChannel.APPLY)).isEmpty();
    }

    @Test
    void calls_that_take_too_long_open_it() throws InterruptedException {
        ChannelDefinition quick =
                new TestChannel().breaker(5, "0.5", "1", 4, OPEN).made();
        for (int i = 0; i < 4; i++) {
            AsyncEntry entry = breakers.enter(quick, TestChannel.APPLY).orElseThrow();
            assertThat(new CountDownLatch(1).await(30, TimeUnit.MILLISECONDS)).isFalse();
            Breakers.leave(entry, CallOutcome.ANSWERED);
        }
        assertThat(breakers.enter(quick, TestChannel.APPLY)).isEmpty();
    }

    @Test
    void a_new_endpoint_leaves_open_breakers_open() {
        calls(TestChannel.APPLY, CallOutcome.LOST, 4);
        for (int i = 0; i < 50; i++) {
            calls(new Endpoint("GET", "rate/" + i), CallOutcome.ANSWERED, 1);
        }
        assertThat(breakers.enter(channel, TestChannel.APPLY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.5, 0.5, 4", "1, 1.5, 4", "1, -0.1, 4", "1, 0.5, 0"})
    void settings_that_sentinel_would_forget_are_refused(String slowRatio, String errorRatio, int minCalls) {
        ChannelDefinition bad = new TestChannel()
                .breaker(1_000, slowRatio, errorRatio, minCalls, OPEN)
                .made();

        assertThatThrownBy(() -> Breakers.check(bad)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCodes.INVALID_REQUEST);
            assertThat(refusal.field()).isEqualTo("breaker");
            assertThat(refusal.getMessage()).contains(bad.channel());
        });
        assertThatThrownBy(() -> breakers.enter(bad, TestChannel.APPLY)).isInstanceOf(Refusal.class);
        Breakers.check(channel);
    }

    @Test
    void held_open_no_call_passes_until_it_is_let_go_of() {
        breakers.hold(List.of(held(HeldBreaker.Position.OPEN, Duration.ofMinutes(1))));

        assertThat(breakers.enter(channel, TestChannel.APPLY)).isEmpty();
        assertThat(breakers.retryAfterMillis(channel, TestChannel.APPLY)).isBetween(1_000L, 60_000L);
        assertThat(breakers.open()).containsEntry(channel.channel(), Set.of("POST loan/apply"));
        assertThat(breakers.resting()).containsEntry(channel.channel(), Set.of("POST loan/apply"));
        assertThat(breakers.measuredOpen(channel.channel(), "POST loan/apply")).isFalse();
        calls(TestChannel.QUERY, CallOutcome.ANSWERED, 4);

        breakers.hold(List.of());
        calls(TestChannel.APPLY, CallOutcome.ANSWERED, 4);
        assertThat(breakers.open()).isEmpty();
    }

    @Test
    void held_closed_every_call_passes_and_it_is_measured_anew_afterwards() {
        calls(TestChannel.APPLY, CallOutcome.LOST, 4);
        assertThat(breakers.enter(channel, TestChannel.APPLY)).isEmpty();

        breakers.hold(List.of(held(HeldBreaker.Position.CLOSED, Duration.ofMinutes(1))));
        assertThat(breakers.open()).isEmpty();
        calls(TestChannel.APPLY, CallOutcome.LOST, 20);
        assertThat(breakers.open()).isEmpty();

        breakers.hold(List.of());
        calls(TestChannel.APPLY, CallOutcome.LOST, 4);
        assertThat(breakers.enter(channel, TestChannel.APPLY)).isEmpty();
        assertThat(breakers.measuredOpen(channel.channel(), "POST loan/apply")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(HeldBreaker.Position.class)
    void what_is_held_lapses_when_nobody_can_say_so(HeldBreaker.Position position) {
        breakers.hold(List.of(held(position, Duration.ofMillis(100))));
        if (position == HeldBreaker.Position.OPEN) {
            assertThat(breakers.open()).isNotEmpty();
            Eventually.within(LIMIT, "calls pass again", () -> {
                Optional<AsyncEntry> entry = breakers.enter(channel, TestChannel.APPLY);
                entry.ifPresent(passed -> Breakers.leave(passed, CallOutcome.ANSWERED));
                return entry.isPresent();
            });
            assertThat(breakers.open()).isEmpty();
            return;
        }
        Eventually.within(LIMIT, "failed calls count again", () -> {
            Optional<AsyncEntry> entry = breakers.enter(channel, TestChannel.APPLY);
            entry.ifPresent(passed -> Breakers.leave(passed, CallOutcome.LOST));
            return entry.isEmpty();
        });
        assertThat(breakers.open()).containsKey(channel.channel());
    }

    private HeldBreaker held(HeldBreaker.Position position, Duration left) {
        return new HeldBreaker(channel.channel(), TestChannel.APPLY.toString(), position, left);
    }

    private AsyncEntry probe() {
        AsyncEntry[] found = new AsyncEntry[1];
        Eventually.within(LIMIT, "one may try", () -> {
            Optional<AsyncEntry> entry = breakers.enter(channel, TestChannel.APPLY);
            entry.ifPresent(value -> found[0] = value);
            return entry.isPresent();
        });
        return found[0];
    }

    private void calls(Endpoint endpoint, CallOutcome outcome, int count) {
        for (int i = 0; i < count; i++) {
            Breakers.leave(breakers.enter(channel, endpoint).orElseThrow(), outcome);
        }
    }
}
