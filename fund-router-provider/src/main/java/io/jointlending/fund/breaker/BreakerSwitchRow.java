package io.jointlending.fund.breaker;

import io.jointlending.fund.guard.HeldBreaker;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** A breaker that a person holds, and for how much longer. */
record BreakerSwitchRow(
        String channel,
        String endpoint,
        String position,
        LocalDateTime untilAt,
        Long leftMicros,
        String operator,
        String reason) {
    HeldBreaker held() {
        return new HeldBreaker(
                channel, endpoint, HeldBreaker.Position.valueOf(position), Duration.of(leftMicros, ChronoUnit.MICROS));
    }
}
