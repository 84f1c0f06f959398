package io.jointlending.support.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiseTest {
    @ParameterizedTest(name = "{4}: {0} of {1} now, {2} of {3} before")
    @CsvSource({
        "19, 19, 0, 1000, false, too few to say anything",
        "1, 20, 0, 1000, false, below ten points",
        "2, 20, 0, 1000, true, ten points where nothing is usual",
        "2, 20, 0, 0, true, without a past",
        "30, 100, 100, 1000, true, three times as high",
        "29, 100, 100, 1000, false, not three times as high",
        "60, 100, 300, 1000, false, a bank that refuses a third is no news",
        "95, 100, 300, 1000, true, it now refuses nearly all",
        "0, 100, 0, 0, false, nothing"
    })
    void a_share_is_far_above_the_usual_one(
            long hits, long total, long usualHits, long usualTotal, boolean far, String why) {
        assertThat(Rise.isFar(hits, total, usualHits, usualTotal)).as(why).isEqualTo(far);
        assertThat(far && !Rise.mayBeFar(hits, total))
                .as("%s: never missed", why)
                .isFalse();
    }
}
