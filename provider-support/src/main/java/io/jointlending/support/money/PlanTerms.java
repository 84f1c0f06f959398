package io.jointlending.support.money;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a repayment plan is made from.
 *
 * @param principalFen loan amount in fen, positive
 * @param annualRate interest per year as a fraction (0.18 is 18 %), not negative; a month is a twelfth of it
 * @param method how it is paid back
 * @param installments number of monthly installments, 1 to 600
 * @param startDate day from which interest runs, Asia/Shanghai
 * @param rounding for every figure of the plan
 */
public record PlanTerms(
        long principalFen,
        BigDecimal annualRate,
        PlanMethod method,
        int installments,
        LocalDate startDate,
        Rounding rounding) {
    private static final int INSTALLMENTS_MAX = 600;

    /** Refuses terms that no plan can be made from. */
    public PlanTerms {
        if (principalFen <= 0
                || annualRate.signum() < 0
                || installments < 1
                || installments > INSTALLMENTS_MAX
                || annualRate.scale() > INSTALLMENTS_MAX) {
            throw new IllegalArgumentException("No plan over " + principalFen + " fen at " + annualRate.toPlainString()
                    + " in " + installments + " installments");
        }
    }
}
