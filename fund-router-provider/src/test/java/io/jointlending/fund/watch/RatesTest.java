package io.jointlending.fund.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.watch.TaskWatchMapper.Share;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {
    @ParameterizedTest(name = "{4}: {0} of {1} now, {2} of {3} before")
    @CsvSource({
        "19, 19, 0, 1000, false, too few to say anything",
        "1, 20, 0, 1000, false, below ten points",
        "2, 20, 0, 1000, true, ten points where nothing is usual",
        "2, 20, 0, 0, true, a channel without a past",
        "30, 100, 100, 1000, true, three times as high",
        "29, 100, 100, 1000, false, not three times as high",
        "60, 100, 300, 1000, false, a bank that refuses a third is no news",
        "95, 100, 300, 1000, true, it now refuses nearly all",
        "0, 100, 0, 0, false, nothing"
    })
    void a_rate_is_high_when_it_is_far_above_the_usual_one(
            long hits, long total, long usualHits, long usualTotal, boolean high, String why) {
        assertThat(Rates.high(new Share("bank", hits, total), new Share("bank", usualHits, usualTotal)))
                .as(why)
                .isEqualTo(high);
    }
}
