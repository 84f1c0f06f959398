package io.jointlending.fund.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.route.domain.FundState;
import io.jointlending.fund.route.domain.OpenHours;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class FundTimesTest {
    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvFileSource(resources = "/cases/route/hours.csv", numLinesToSkip = 1)
    void hours_hold_from_their_first_moment_to_before_their_last(String hours, LocalTime at, boolean open) {
        OpenHours ranges = OpenHours.parse(Arrays.asList(hours.split(" "))).orElseThrow();
        assertThat(ranges.holds(at)).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6:00-22:30", "06:00-24:30", "06:00-06:00", "24:00-06:00", "06:60-07:00", "", "always"})
    void hours_that_nobody_can_mean_are_refused(String hours) {
        assertThat(OpenHours.parse(List.of(hours))).isEmpty();
    }

    @Test
    void a_holiday_begins_with_its_first_moment_and_ends_before_its_last() {
        LocalDateTime from = LocalDateTime.of(2027, 2, 5, 22, 30);
        FundState.Closed holiday = new FundState.Closed(from, from.plusDays(8));
        assertThat(holiday.holds(from.minusNanos(1))).isFalse();
        assertThat(holiday.holds(from)).isTrue();
        assertThat(holiday.holds(from.plusDays(8).minusNanos(1))).isTrue();
        assertThat(holiday.holds(from.plusDays(8))).isFalse();
    }
}
