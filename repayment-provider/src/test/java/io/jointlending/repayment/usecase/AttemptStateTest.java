package io.jointlending.repayment.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.repayment.collection.domain.AttemptState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptStateTest {
    @ParameterizedTest
    @CsvSource({"INIT, DEDUCTING FAILED", "DEDUCTING, PAID FAILED", "PAID, POSTED", "POSTED, ''", "FAILED, ''"})
    void every_edge_of_an_attempt(AttemptState from, String next) {
        assertThat(from.next().stream().map(Enum::name))
                .containsExactlyInAnyOrder(next.isEmpty() ? new String[0] : next.split(" ", -1));
        assertThat(from.ended()).isEqualTo(next.isEmpty());
        assertThat(AttemptState.of(from.code())).isEqualTo(from);
    }

    @Test
    void numbers_are_those_of_the_table() {
        assertThat(AttemptState.values()).extracting(AttemptState::code).containsExactly(10, 20, 30, 40, 80);
    }
}
