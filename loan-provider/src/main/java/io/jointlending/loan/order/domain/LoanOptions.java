package io.jointlending.loan.order.domain;

import io.jointlending.support.money.DayCount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a product sets beyond its price, as an order keeps it. This provider plans by the first six; the rest is for the
 * repayment ledger and passed on as it is.
 *
 * @param dayCount how a period becomes part of a year
 * @param installmentMultipleFen the equal installment is rounded to a multiple of it, in fen
 * @param interestOnlyInstallments leading installments without principal
 * @param repaymentDay day of the month on which installments fall due, null for that of the loan out
 * @param installmentFeeRate fee of each installment as a fraction of the loan amount
 * @param aprCeiling highest actuarial annual rate of a plan, fees included, as a fraction
 * @param penaltyBase overdue amounts that penalty is counted on
 * @param penaltyCapRate highest penalty of an installment as a fraction of its principal, null for none
 * @param waterfall order in which money settles
 * @param payOffFeeRate fee of a pay-off as a fraction of the principal paid off early
 * @param backDatingDays how many days a repayment may count back
 * @param creditReturn when repaid principal goes back to the credit line
 */
public record LoanOptions(
        DayCount dayCount,
        long installmentMultipleFen,
        int interestOnlyInstallments,
        @Nullable Integer repaymentDay,
        BigDecimal installmentFeeRate,
        BigDecimal aprCeiling,
        String penaltyBase,
        @Nullable BigDecimal penaltyCapRate,
        String waterfall,
        BigDecimal payOffFeeRate,
        int backDatingDays,
        String creditReturn) {}
