package io.jointlending.api.loan;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A master order (大订单): what one borrower owes, whoever funds it.
 *
 * @param orderNo 22 digits
 * @param borrowerNo who borrows
 * @param productCode product
 * @param schemeCode ratio scheme asked for, or null
 * @param amountFen loan amount in fen
 * @param installments number of monthly installments
 * @param status 10 INIT, 20 LOAN_OUT_PENDING, 30 LOAN_OUT_OK, 40 ACTIVE, 50 FAILED, 60 CLOSED, 80 REFUNDED, 90 SETTLED
 * @param startDate business date (Asia/Shanghai) from which interest runs, null before the loan out
 * @param paymentNo number of the payment that ended the order, or null
 * @param createdAt time of the submission, Asia/Shanghai
 * @param channelCode channel the borrower came by, or null
 */
public record MasterOrderView(
        String orderNo,
        String borrowerNo,
        String productCode,
        @Nullable String schemeCode,
        Long amountFen,
        Integer installments,
        Integer status,
        @Nullable LocalDate startDate,
        @Nullable String paymentNo,
        LocalDateTime createdAt,
        @Nullable String channelCode)
        implements Serializable {}
