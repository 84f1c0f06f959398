package io.jointlending.api.loan;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * The repayment plan (还款计划) as issued with the loan out. Later versions belong to repayment-provider.
 *
 * @param orderNo master order
 * @param planVersion 1
 * @param method EQUAL_INSTALLMENT, EQUAL_PRINCIPAL, …
 * @param startDate day from which interest runs, Asia/Shanghai
 * @param principalFen sum of the principals in fen
 * @param interestFen sum of the interests in fen
 * @param installments in order
 */
public record PlanView(
        String orderNo,
        Integer planVersion,
        String method,
        LocalDate startDate,
        Long principalFen,
        Long interestFen,
        List<InstallmentView> installments)
        implements Serializable {}
