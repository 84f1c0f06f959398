package io.jointlending.fund.task.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTurnTest {
    @ParameterizedTest(name = "{0} places")
    @ValueSource(ints = {1, 2, 3, 8, 64})
    void with_both_queues_full_each_keeps_a_share_and_no_more_is_claimed_than_there_are_places(int places) {
        int rounds = 4_000;
        long online = 0;
        long batch = 0;
        for (int round = 0; round < rounds; round++) {
            int free = places;
            for (ClaimTurn turn : ClaimTurn.of(round)) {
                int claimed = turn.most(free);
                assertThat(claimed).isBetween(0, free);
                free -= claimed;
                if (turn.priority() == FundTask.ONLINE) {
                    online += claimed;
                } else {
                    batch += claimed;
                }
            }
        }
        long all = (long) rounds * places;
        assertThat(batch * 100 / all).as("share of batch in percent").isBetween(12L, 25L);
        assertThat(online).as("nothing is left free").isEqualTo(all - batch);
    }

    @ParameterizedTest(name = "round {0}, {1} free: online {2}, batch {3}")
    @CsvSource({"0, 8, 8, 7", "1, 1, 1, 0", "2, 0, 0, 0", "3, 8, 8, 7", "3, 1, 1, 1", "3, 0, 0, 0"})
    void what_can_wait_leaves_a_place_unless_it_is_its_turn_and_there_is_only_one(
            int round, int free, int online, int batch) {
        for (ClaimTurn turn : ClaimTurn.of(round)) {
            assertThat(turn.most(free)).isEqualTo(turn.priority() == FundTask.ONLINE ? online : batch);
        }
    }
}
