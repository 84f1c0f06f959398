package io.jointlending.fund.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalLaneTest {
    private long now = 1;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void in_any_stretch_of_time_no_more_begin_than_burst_and_rate_allow(long seed) {
        Random random = new Random(seed);
        int perSecond = 1 + random.nextInt(5_000);
        int burst = 1 + random.nextInt(20);
        LocalLane lane = new LocalLane(() -> now);
        now += Duration.ofSeconds(10).toNanos();
        long begun = now;
        long granted = 0;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(200_000);
            granted += lane.pace(perSecond, burst) == 0 ? 1 : 0;
            long allowed =
                    burst + (now - begun) * perSecond / Duration.ofSeconds(1).toNanos();
            assertThat(granted).as("seed %s after %s calls", seed, i).isLessThanOrEqualTo(allowed);
        }
        long asked = 20_000;
        long due = burst + (now - begun) * perSecond / Duration.ofSeconds(1).toNanos();
        assertThat(granted).as("seed %s", seed).isGreaterThan(Math.min(asked, due) * 8 / 10 - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64})
    void sixty_four_threads_never_exceed_it(int most) {
        LocalLane lane = new LocalLane(System::nanoTime);
        Crowd crowd = new Crowd();
        Crowd.of(64, number -> {
            for (int i = 0; i < 200; i++) {
                if (lane.begin(most)) {
                    crowd.visit();
                    lane.end();
                }
            }
        });
        assertThat(crowd.most()).isBetween(1, most);
        assertThat(lane.running()).isZero();
    }
}
