package io.jointlending.repayment.collection.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one attempt to collect what is due of an order on a day.
 *
 * @param orderNo master order
 * @param businessDate the day, Asia/Shanghai
 * @param paymentNo our number of the payment, made of day and order
 * @param amountFen what was due, in fen
 * @param state where it stands
 * @param queries how often the payment system was asked without a result
 * @param sentSeconds how long ago it was sent, by the database's clock; 0 before
 * @param reference receipt in the payment system, once paid
 * @param repaymentNo booking, once posted
 * @param reason why it failed, or does not go on
 */
public record CollectionAttempt(
        String orderNo,
        LocalDate businessDate,
        String paymentNo,
        long amountFen,
        AttemptState state,
        int queries,
        long sentSeconds,
        @Nullable String reference,
        @Nullable String repaymentNo,
        @Nullable String reason) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    /** A new attempt. */
    public static CollectionAttempt init(String orderNo, LocalDate businessDate, long amountFen) {
        String paymentNo = "C" + DAY.format(businessDate) + orderNo;
        return new CollectionAttempt(
                orderNo, businessDate, paymentNo, amountFen, AttemptState.INIT, 0, 0, null, null, null);
    }

    /** The attempt once it is sent. */
    public CollectionAttempt deducting() {
        return with(AttemptState.DEDUCTING, reference);
    }

    /** The attempt once the money is here. */
    public CollectionAttempt paid(String receipt) {
        return with(AttemptState.PAID, receipt);
    }

    private CollectionAttempt with(AttemptState next, @Nullable String receipt) {
        return new CollectionAttempt(
                orderNo, businessDate, paymentNo, amountFen, next, queries, sentSeconds, receipt, repaymentNo, reason);
    }
}
