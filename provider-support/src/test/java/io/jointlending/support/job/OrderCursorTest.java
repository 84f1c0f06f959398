package io.jointlending.support.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderCursorTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 21);

    @Test
    void a_walk_visits_every_shard_key_of_its_shard_once() {
        List<Integer> keys = new ArrayList<>();
        for (int shard = 0; shard < 7; shard++) {
            Step step = Step.next("", 0);
            while (!step.last()) {
                Slice slice = new Slice(DATE, shard, 7, step.cursor());
                OrderCursor cursor = OrderCursor.of(slice);
                assertThat(slice.holds(cursor.shardKey())).isTrue();
                keys.add(cursor.shardKey());
                step = cursor.step(slice, null, 0);
            }
        }
        assertThat(keys).hasSize(1024).doesNotHaveDuplicates().allMatch(key -> key >= 0 && key < 1024);
    }

    @Test
    void inside_a_shard_key_the_walk_goes_on_after_the_last_order() {
        Slice slice = new Slice(DATE, 3, 16, "19:2611210000000000010019");
        OrderCursor cursor = OrderCursor.of(slice);
        assertThat(cursor).isEqualTo(new OrderCursor(19, "2611210000000000010019"));
        assertThat(cursor.step(slice, "2611210000000000020019", 5))
                .isEqualTo(Step.next("19:2611210000000000020019", 5));
        assertThat(cursor.step(slice, null, 5)).isEqualTo(Step.next("35:", 5));
        assertThat(new OrderCursor(1011, "x").step(slice, null, 5)).isEqualTo(Step.done(5));
    }
}
