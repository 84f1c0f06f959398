package io.jointlending.fund.route.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.route.domain.FundChannel;
import io.jointlending.fund.route.domain.FundState;
import io.jointlending.fund.route.domain.OpenHours;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstitutionHoursTest {
    @ParameterizedTest(name = "{0}, {1} at {2}: {3} seconds")
    @CsvSource({
        "06:00-22:30, , 2026-11-29T12:00:00, 0",
        "06:00-22:30, , 2026-11-29T22:29:59, 0",
        "06:00-22:30, , 2026-11-29T22:30:00, 600",
        "06:00-22:30, , 2026-11-29T05:57:20, 160",
        "06:00-22:30, , 2026-11-29T05:59:59, 1",
        "22:00-02:00, , 2026-11-29T01:59:59, 0",
        "22:00-02:00, , 2026-11-29T02:00:00, 600",
        "00:00-24:00, , 2026-11-29T00:00:00, 0",
        "00:00-24:00, 2026-11-29T11:00/2026-11-29T12:05, 2026-11-29T12:00:00, 300",
        "00:00-24:00, 2026-11-29T11:00/2026-12-02T00:00, 2026-11-29T12:00:00, 600",
        "00:00-24:00, 2026-11-29T11:00/2026-11-29T12:00, 2026-11-29T12:00:00, 0",
        "00:00-24:00, 2026-11-29T11:00/2026-11-29T12:00, 2026-11-29T10:59:59, 0"
    })
    void a_call_waits_until_the_institution_is_open_and_looks_again_after_ten_minutes(
            String hours, @Nullable String window, LocalDateTime at, long seconds) {
        List<FundState.Closed> closed = window == null
                ? List.of()
                : List.of(new FundState.Closed(
                        LocalDateTime.parse(window.split("/", -1)[0]), LocalDateTime.parse(window.split("/", -1)[1])));
        FundChannel channel = new FundChannel(
                "BANK-A", 1, false, OpenHours.parse(List.of(hours)).orElseThrow(), closed, List.of(), Set.of());

        assertThat(InstitutionHours.closedFor(channel, at)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
