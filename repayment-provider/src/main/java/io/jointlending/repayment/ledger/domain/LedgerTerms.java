package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.DayCount;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.WaterfallOrder;
import java.math.BigDecimal;

/**
 * The product's terms that an order lives by after its plan was issued. An order keeps its own copy.
 *
 * @param annualRate interest per year as a fraction
 * @param method how the plan was cut
 * @param dayCount how days become interest
 * @param installmentMultipleFen installments are multiples of this, in fen
 * @param interestOnlyInstallments first installments without principal
 * @param firstPeriodByDays true when the first period is counted by days
 * @param waterfall order in which money settles
 * @param payOffFeeRate fee of a pay-off as a fraction of the principal that it pays before it is due
 * @param backDatingDays how many days before today a value date may lie
 * @param creditReturn when credit comes back
 */
public record LedgerTerms(
        BigDecimal annualRate,
        PlanMethod method,
        DayCount dayCount,
        long installmentMultipleFen,
        int interestOnlyInstallments,
        boolean firstPeriodByDays,
        WaterfallOrder waterfall,
        BigDecimal payOffFeeRate,
        int backDatingDays,
        CreditReturnMode creditReturn) {
    /** Rates lose their trailing zeros, so that equal terms are equal. */
    public LedgerTerms {
        annualRate = annualRate.stripTrailingZeros();
        payOffFeeRate = payOffFeeRate.stripTrailingZeros();
        if (annualRate.signum() < 0
                || payOffFeeRate.signum() < 0
                || installmentMultipleFen < 1
                || interestOnlyInstallments < 0
                || backDatingDays < 0) {
            throw new IllegalArgumentException("Terms of rate " + annualRate.toPlainString() + ", pay-off fee "
                    + payOffFeeRate.toPlainString() + ", multiple " + installmentMultipleFen + ", interest only "
                    + interestOnlyInstallments + ", back-dating " + backDatingDays);
        }
    }

    /** Terms of a product that chooses nothing. */
    public static LedgerTerms of(BigDecimal annualRate, PlanMethod method) {
        return new LedgerTerms(
                annualRate,
                method,
                DayCount.MONTHLY,
                1,
                0,
                false,
                WaterfallOrder.INSTALLMENT_FIRST,
                BigDecimal.ZERO,
                0,
                CreditReturnMode.ON_SETTLEMENT);
    }
}
