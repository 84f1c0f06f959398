package io.jointlending.repayment.ledger.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is booked. In a reversal the amounts are negative.
 *
 * @param repaymentNo number
 * @param orderNo master order
 * @param sequence place among the events of the order's ledger
 * @param paymentReference receipt in the payment system, booked once; null where no money came
 * @param amountFen received, or given up by a waiver or write-off
 * @param appliedFen settled dues
 * @param suspenseFen beyond everything owed
 * @param valueDate day for which it counts, Asia/Shanghai
 * @param bookingDate business day of the booking, Asia/Shanghai
 * @param caller application that sent it
 * @param requestNo its request number
 * @param fundedBy who gave the money: {@link #BORROWER}, {@link #ALL} institutions together, or the {@link #MERCHANT}
 * @param authority who decided it, or null where nobody has to
 */
public record Booking(
        String repaymentNo,
        String orderNo,
        long sequence,
        @Nullable String paymentReference,
        long amountFen,
        long appliedFen,
        long suspenseFen,
        LocalDate valueDate,
        LocalDate bookingDate,
        String caller,
        String requestNo,
        String fundedBy,
        @Nullable Authority authority) {
    /** The borrower paid. */
    public static final String BORROWER = "BORROWER";
    /** All institutions give something up, by their weights. */
    public static final String ALL = "ALL";
    /** The merchant gave the purchase price back. */
    public static final String MERCHANT = "MERCHANT";
}
