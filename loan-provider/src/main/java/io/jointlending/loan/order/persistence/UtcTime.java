package io.jointlending.loan.order.persistence;

import io.jointlending.support.time.BusinessCalendar;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Columns are UTC with milliseconds, the domain is Asia/Shanghai. */
final class UtcTime {
    private UtcTime() {}

    static LocalDateTime of(LocalDateTime shanghai) {
        return shanghai.atZone(BusinessCalendar.ZONE)
                .withZoneSameInstant(ZoneOffset.UTC)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    static LocalDateTime inShanghai(LocalDateTime utc) {
        return utc.atZone(ZoneOffset.UTC)
                .withZoneSameInstant(BusinessCalendar.ZONE)
                .toLocalDateTime();
    }
}
