package io.jointlending.api.channel;

import java.io.Serializable;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An order of a customer, masked.
 *
 * @param orderNo 22 digits
 * @param maskedBorrowerNo first two characters of the borrower number and asterisks
 * @param maskedName first character and asterisks, or null before the borrower is activated
 * @param productCode product
 * @param amountFen loan amount in fen
 * @param installments number of monthly installments
 * @param status as in {@link io.jointlending.api.loan.MasterOrderView}
 * @param createdAt time of the submission, Asia/Shanghai
 */
public record CustomerOrderView(
        String orderNo,
        String maskedBorrowerNo,
        @Nullable String maskedName,
        String productCode,
        Long amountFen,
        Integer installments,
        Integer status,
        LocalDateTime createdAt)
        implements Serializable {}
