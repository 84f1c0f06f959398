package io.jointlending.api.loan;

import java.io.Serializable;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An order with its borrower, masked.
 *
 * @param orderNo 22 digits
 * @param borrowerNo who borrows
 * @param maskedName first character and asterisks, or null before the borrower is activated
 * @param productCode product
 * @param amountFen loan amount in fen
 * @param installments number of monthly installments
 * @param status as in {@link MasterOrderView}
 * @param createdAt time of the submission, Asia/Shanghai
 */
public record BorrowerOrderView(
        String orderNo,
        String borrowerNo,
        @Nullable String maskedName,
        String productCode,
        Long amountFen,
        Integer installments,
        Integer status,
        LocalDateTime createdAt)
        implements Serializable {}
