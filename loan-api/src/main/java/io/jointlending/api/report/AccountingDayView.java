package io.jointlending.api.report;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A business date in the books.
 *
 * @param businessDate the date, Asia/Shanghai
 * @param status OPEN, CLOSED (nothing is booked on it any more), REPORTED (and its daily lines are complete)
 * @param closedAt when it was closed, UTC, or null while it is open
 * @param closedBy who closed it, or null while it is open
 */
public record AccountingDayView(
        LocalDate businessDate, String status, @Nullable LocalDateTime closedAt, @Nullable String closedBy)
        implements Serializable {}
