package io.jointlending.repayment.report;

import io.jointlending.api.report.AccountingDayView;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A business date in the books; times are UTC. */
record AccountingDayRow(
        LocalDate businessDate,
        @Nullable LocalDateTime closedAt,
        @Nullable String closedBy,
        @Nullable LocalDateTime reportedAt) {

    boolean closed() {
        return closedAt != null;
    }

    boolean reported() {
        return reportedAt != null;
    }

    AccountingDayView view() {
        return new AccountingDayView(
                businessDate, reported() ? "REPORTED" : closed() ? "CLOSED" : "OPEN", closedAt, closedBy);
    }
}
