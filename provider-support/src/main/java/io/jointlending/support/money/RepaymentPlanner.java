package io.jointlending.support.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a monthly repayment plan (还款计划). Every figure is rounded once, from an exact rational: with monthly rate r =
 * annual / 12 the equal installment is A = P·r·(1+r)ⁿ / ((1+r)ⁿ − 1), the interest of an installment is balance·r, its
 * principal is what is left of A, and the last principal is the balance.
 */
public final class RepaymentPlanner {
    /** The planner; it has no settings. */
    public static final RepaymentPlanner DEFAULT = new RepaymentPlanner();

    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);

    private RepaymentPlanner() {}

    /** The plan: as many installments as asked for, principals adding up to the loan, no figure negative. */
    public List<PlannedInstallment> plan(PlanTerms terms) {
        long installment = terms.method() == PlanMethod.EQUAL_INSTALLMENT ? equalInstallment(terms) : 0;
        long equalPrincipal = terms.rounding()
                .quotient(BigDecimal.valueOf(terms.principalFen()), BigDecimal.valueOf(terms.installments()));
        List<PlannedInstallment> plan = new ArrayList<>(terms.installments());
        long balance = terms.principalFen();
        for (int no = 1; no <= terms.installments(); no++) {
            long interest = interest(balance, terms);
            long principal =
                    switch (terms.method()) {
                        case EQUAL_INSTALLMENT -> installment - interest;
                        case EQUAL_PRINCIPAL -> equalPrincipal;
                    };
            // On loans of a few fen the rounded installment can overtake the balance.
            principal = no == terms.installments() ? balance : Math.min(Math.max(principal, 0), balance);
            balance -= principal;
            // From the start each time: the 31st comes back after a shorter month.
            plan.add(new PlannedInstallment(no, terms.startDate().plusMonths(no), principal, interest, balance));
        }
        return List.copyOf(plan);
    }

    private static long interest(long balance, PlanTerms terms) {
        return terms.rounding().quotient(BigDecimal.valueOf(balance).multiply(terms.annualRate()), MONTHS_PER_YEAR);
    }

    /** The formula times (12/12)ⁿ: with a = 12·r it is P·a·(12+a)ⁿ / (12·((12+a)ⁿ − 12ⁿ)), which has no inner division. */
    private static long equalInstallment(PlanTerms terms) {
        BigDecimal principal = BigDecimal.valueOf(terms.principalFen());
        int n = terms.installments();
        if (terms.annualRate().signum() == 0) {
            return terms.rounding().quotient(principal, BigDecimal.valueOf(n));
        }
        BigDecimal growth = MONTHS_PER_YEAR.add(terms.annualRate()).pow(n);
        return terms.rounding()
                .quotient(
                        principal.multiply(terms.annualRate()).multiply(growth),
                        growth.subtract(MONTHS_PER_YEAR.pow(n)).multiply(MONTHS_PER_YEAR));
    }
}
