package io.jointlending.api.repayment;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to collect.
 *
 * @param orderNo master order
 * @param businessDate its day, Asia/Shanghai
 * @param status INIT, DEDUCTING (the outcome is not known), PAID, POSTED or FAILED
 * @param amountFen what was due, in fen
 * @param paymentNo our number of the payment
 * @param queries how often the payment system was asked without a result
 * @param paymentReference receipt in the payment system, or null
 * @param repaymentNo booking on the ledger, or null
 * @param reason why it failed or does not go on, or null
 */
public record CollectionAttemptView(
        String orderNo,
        LocalDate businessDate,
        String status,
        Long amountFen,
        String paymentNo,
        Integer queries,
        @Nullable String paymentReference,
        @Nullable String repaymentNo,
        @Nullable String reason)
        implements Serializable {}
