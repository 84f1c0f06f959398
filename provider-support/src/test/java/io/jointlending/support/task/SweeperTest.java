package io.jointlending.support.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.Eventually;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SweeperTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void rounds_follow_at_once_while_there_is_work() {
        AtomicInteger rows = new AtomicInteger(5);
        try (Sweeper sweeper = new Sweeper("test", LONG, () -> Math.max(0, rows.getAndDecrement()))) {
            sweeper.start();
            Eventually.within(LIMIT, "all rows worked on", () -> rows.get() == -1);
        }
    }

    @Test
    void a_waiting_sweeper_can_be_woken() {
        AtomicInteger rounds = new AtomicInteger();
        try (Sweeper sweeper = new Sweeper("test", LONG, () -> rounds.incrementAndGet() * 0)) {
            sweeper.start();
            Eventually.within(LIMIT, "first round", () -> rounds.get() == 1);
            sweeper.wake();
            Eventually.within(LIMIT, "second round", () -> rounds.get() == 2);
        }
    }

    @Test
    void a_failed_round_is_repeated_later() {
        AtomicInteger rounds = new AtomicInteger();
        try (Sweeper sweeper = new Sweeper("test", Duration.ofMillis(10), () -> {
            if (rounds.incrementAndGet() < 3) {
                throw new IllegalStateException("expected by the test");
            }
            return 0;
        })) {
            sweeper.start();
            Eventually.within(LIMIT, "third round", () -> rounds.get() >= 3);
        }
    }

    @Test
    void closing_waits_for_the_running_round() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        Sweeper sweeper = new Sweeper("test", LONG, () -> {
            running.countDown();
            try {
                finished.set(finish.await(5, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        });
        sweeper.start();
        assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();
        Thread closing = new Thread(sweeper::close);
        closing.start();
        finish.countDown();
        closing.join();

        assertThat(finished).isTrue();
    }

    @Test
    void a_paused_sweeper_finishes_its_round_and_takes_up_again() throws Exception {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (Sweeper sweeper = new Sweeper("test", Duration.ofMillis(1), () -> {
            rounds.incrementAndGet();
            running.countDown();
            try {
                finish.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 1;
        })) {
            sweeper.start();
            assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();
            sweeper.pause();
            assertThat(sweeper.quiet()).as("a round is running").isFalse();
            finish.countDown();
            Eventually.within(LIMIT, "quiet", sweeper::quiet);
            sweeper.wake();
            assertThat(rounds).hasValue(1);

            sweeper.resume();
            Eventually.within(LIMIT, "works again", () -> rounds.get() > 1);
            assertThat(sweeper.quiet()).isFalse();
        }
    }

    @Test
    void a_paused_sweeper_is_quiet_when_what_it_handed_on_is_done() {
        AtomicBoolean done = new AtomicBoolean();
        try (Sweeper sweeper = new Sweeper("test", LONG, () -> 0, done::get)) {
            sweeper.start();
            sweeper.pause();
            assertThat(sweeper.quiet()).as("other threads work").isFalse();
            done.set(true);
            Eventually.within(LIMIT, "quiet", sweeper::quiet);
        }
    }

    @Test
    void closing_before_the_start_means_never() {
        AtomicInteger rounds = new AtomicInteger();
        Sweeper sweeper = new Sweeper("test", LONG, rounds::incrementAndGet);
        sweeper.close();
        sweeper.start();

        assertThat(rounds).hasValue(0);
    }
}
