package io.jointlending.support.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final long SECOND = 1_000_000;
    private static final int CASES = 10_000;

    @Test
    void a_pause_lies_within_a_fifth_of_its_base_which_doubles_up_to_five_minutes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            int failures = random.nextInt(1_001);
            long base = Math.min(300, 5L << Math.min(failures, 20)) * SECOND;
            assertThat(Backoff.micros(failures))
                    .as("seed %d, failures %d", seed, failures)
                    .isBetween(base - base / 5, base + base / 5);
        }
    }

    @Test
    void no_pause_is_shorter_than_the_one_before_with_the_same_luck() {
        for (int failures = 1; failures < 100; failures++) {
            assertThat(Backoff.micros(failures, bound -> bound / 2))
                    .isGreaterThanOrEqualTo(Backoff.micros(failures - 1, bound -> bound / 2));
        }
    }

    @Test
    void rows_that_fail_together_do_not_come_back_together() {
        assertThat(Backoff.micros(3, bound -> 0)).isLessThan(Backoff.micros(3, bound -> bound - 1));
    }
}
