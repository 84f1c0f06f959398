package io.jointlending.repayment.repay.application;

import io.jointlending.repayment.ledger.domain.Authority;
import io.jointlending.repayment.ledger.domain.Booking;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What all commands that move a ledger have in common.
 *
 * @param orderNo master order
 * @param requestNo number of the command
 * @param paymentReference receipt, or null where no money came
 * @param quoteToken quote that it relies on, or null
 * @param valueDate day for which it counts, or null for today
 * @param fundedBy who gave the money, see {@link Booking}
 * @param authority who decided it, or null
 */
record EventCommand(
        String orderNo,
        String requestNo,
        @Nullable String paymentReference,
        @Nullable String quoteToken,
        @Nullable LocalDate valueDate,
        String fundedBy,
        @Nullable Authority authority) {
    /** A command with money of the borrower. */
    static EventCommand paid(
            String orderNo,
            String requestNo,
            String paymentReference,
            @Nullable String quoteToken,
            @Nullable LocalDate valueDate) {
        return new EventCommand(orderNo, requestNo, paymentReference, quoteToken, valueDate, Booking.BORROWER, null);
    }

    /** A command that somebody decided. */
    static EventCommand decided(
            String orderNo, String requestNo, @Nullable LocalDate valueDate, String fundedBy, Authority authority) {
        return new EventCommand(orderNo, requestNo, null, null, valueDate, fundedBy, authority);
    }
}
