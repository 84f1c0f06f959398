package io.jointlending.loan.order.domain;

import io.jointlending.support.money.AnnualPercentageRate;
import io.jointlending.support.money.PlannedInstallment;
import java.math.BigDecimal;
import java.util.List;

/** The ceiling of what a loan may cost in a year, by the actuarial rate of its plan with all fees. */
public final class AprGate {
    private AprGate() {}

    /** The actuarial rate of an order's plan, per year as a fraction. */
    public static BigDecimal rate(MasterOrder order, List<PlannedInstallment> plan) {
        long fee = order.installmentFeeFen();
        long[] payments = plan.stream()
                .mapToLong(row -> Math.addExact(Math.addExact(row.principalFen(), row.interestFen()), fee))
                .toArray();
        return AnnualPercentageRate.ofPlan(order.planTerms(), order.amountFen(), payments);
    }

    /** True when the rate is above the order's ceiling. */
    public static boolean exceeded(MasterOrder order, BigDecimal rate) {
        return rate.compareTo(order.terms().options().aprCeiling()) > 0;
    }
}
