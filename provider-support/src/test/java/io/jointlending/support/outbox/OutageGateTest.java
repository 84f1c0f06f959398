package io.jointlending.support.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OutageGateTest {
    private static final int CASES = 2_000;

    @Test
    void it_opens_at_the_third_failure_in_a_row_and_closes_at_the_first_answer() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            OutageGate gate = new OutageGate();
            int inARow = 0;
            boolean open = false;
            for (int step = 0; step < 30; step++) {
                if (random.nextBoolean()) {
                    gate.unreachable("expected by the test");
                    open |= ++inARow >= 3;
                } else {
                    assertThat(gate.answered())
                            .as("seed %d, case %d: says when it ended an outage", seed, i)
                            .isEqualTo(open);
                    inARow = 0;
                    open = false;
                }
                assertThat(gate.isOpen())
                        .as("seed %d, case %d, step %d", seed, i, step)
                        .isEqualTo(open);
            }
        }
    }
}
