package io.jointlending.system.rules.broken.loan.order.domain;

import java.time.Clock;
import java.time.Instant;

final class DomainThatReadsTheClock {
    Instant broken() {
        return Instant.now();
    }

    Instant fine(Clock clock) {
        return Instant.now(clock);
    }
}
