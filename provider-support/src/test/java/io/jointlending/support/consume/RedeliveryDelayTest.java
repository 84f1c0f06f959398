package io.jointlending.support.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedeliveryDelayTest {
    // levels: 1 1s, 2 5s, 3 10s, 4 30s, 5 1m, 6 2m ... 18 2h
    @ParameterizedTest
    @CsvSource({
        "NOT_YET, 0, 1",
        "NOT_YET, 1, 1",
        "NOT_YET, 4, 3",
        "NOT_YET, 300, 6",
        "LOCKED, 0, 1",
        "UNAVAILABLE, 0, 3",
        "UNAVAILABLE, 100000, 5",
        "FAILED, 0, 3",
        "FAILED, 15, 18",
        "FAILED, 100, 18",
    })
    void what_is_only_early_comes_soon_and_what_fails_comes_later_each_time(
            Verdict verdict, int redeliveries, int level) {
        assertThat(RedeliveryDelay.level(verdict, redeliveries)).isEqualTo(level);
    }

    @Test
    void what_is_done_does_not_come_again() {
        assertThatThrownBy(() -> RedeliveryDelay.level(Verdict.DONE, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
