package io.jointlending.loan.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MasterOrderStatusTest {
    @ParameterizedTest
    @EnumSource
    void moves_only_where_the_table_says(MasterOrderStatus from) throws Exception {
        Set<String> told;
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/cases/status/moves.csv"))) {
            told = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .map(cells -> cells[0] + ">" + cells[1])
                    .collect(Collectors.toSet());
        }
        for (MasterOrderStatus to : MasterOrderStatus.values()) {
            assertThat(from.next().contains(to)).as("%s to %s", from, to).isEqualTo(told.contains(from + ">" + to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_found_by_its_number(MasterOrderStatus status) {
        assertThat(MasterOrderStatus.of(status.code())).isEqualTo(status);
    }

    @Test
    void a_number_without_a_state_is_a_broken_invariant() {
        assertThatThrownBy(() -> MasterOrderStatus.of(70)).hasMessageContaining("70");
    }

    @Test
    void a_move_outside_the_table_is_a_broken_invariant_that_names_both_states() {
        MasterOrder active = OrderExamples.inState(MasterOrderStatus.ACTIVE, "P-1", 100);
        assertThatThrownBy(() -> active.failed("P-2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("order " + active.orderNo() + " cannot move from 40 to 50");
    }
}
