package io.jointlending.support.money;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Interest and the equal installment, each rounded once from an exact rational. */
final class InterestRule {
    private InterestRule() {}

    /** Interest of a whole period on one balance. */
    static long ofPeriod(PlanTerms terms, int installmentNo, long balanceFen) {
        long fenDays = Math.multiplyExact(balanceFen, terms.periodDays(installmentNo));
        return rounded(terms, fenDays, terms.yearDays(installmentNo));
    }

    /** Interest of a running period up to a day, on all its balances. */
    static long running(PlanTerms terms, RunningPeriod running, LocalDate to) {
        return rounded(terms, running.fenDays(to), terms.yearDays(running.installmentNo()));
    }

    /** Interest from the loan's start to a day on balances that change, for BULLET: one rounding over all periods. */
    static long sinceStart(PlanTerms terms, RunningPeriod running, LocalDate to) {
        // Over a common divisor, so that months of different length still add up exactly.
        BigDecimal dividend = BigDecimal.ZERO;
        BigDecimal divisor = BigDecimal.ONE;
        for (int no = 1; no <= terms.installments(); no++) {
            LocalDate end = terms.dueDate(no).isBefore(to) ? terms.dueDate(no) : to;
            long fenDays = Math.subtractExact(running.fenDays(end), running.fenDays(terms.periodStart(no)));
            if (fenDays > 0) {
                BigDecimal year = BigDecimal.valueOf(terms.yearDays(no));
                dividend =
                        dividend.multiply(year).add(BigDecimal.valueOf(fenDays).multiply(divisor));
                divisor = divisor.multiply(year);
            }
        }
        return terms.rounding().quotient(dividend.multiply(terms.annualRate()), divisor);
    }

    /**
     * The equal installment over the installments from {@code firstNo} on, rounded to the multiple. With period rates r it is
     * A = P·Π(1+r) / F, F = 1 for one period and F = 1 + F·(1+r) for each further one; multiplied by the periods' divisors
     * throughout, so that nothing is divided before the end.
     */
    static long equalInstallment(PlanTerms terms, long principalFen, int firstNo) {
        BigDecimal growth = BigDecimal.ONE;
        BigDecimal divisors = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int no = firstNo; no <= terms.installments(); no++) {
            BigDecimal divisor = BigDecimal.valueOf(divisor(terms, no));
            BigDecimal grown = divisor.add(terms.annualRate().multiply(BigDecimal.valueOf(units(terms, no))));
            growth = growth.multiply(grown);
            if (no > firstNo) {
                divisors = divisors.multiply(divisor);
                sum = divisors.add(sum.multiply(grown));
            }
        }
        BigDecimal multiple = BigDecimal.valueOf(terms.installmentMultipleFen());
        long multiples = terms.rounding()
                .quotient(
                        BigDecimal.valueOf(principalFen).multiply(growth),
                        BigDecimal.valueOf(divisor(terms, firstNo))
                                .multiply(sum)
                                .multiply(multiple));
        return Math.multiplyExact(multiples, terms.installmentMultipleFen());
    }

    /** A whole month is 1/12 and not days/(12·days): small numbers keep 600 periods cheap. */
    private static long divisor(PlanTerms terms, int installmentNo) {
        return wholeMonth(terms, installmentNo) ? 12 : terms.yearDays(installmentNo);
    }

    private static long units(PlanTerms terms, int installmentNo) {
        return wholeMonth(terms, installmentNo) ? 1 : terms.periodDays(installmentNo);
    }

    private static boolean wholeMonth(PlanTerms terms, int installmentNo) {
        return terms.dayCount() == DayCount.MONTHLY && !(installmentNo == 1 && terms.firstPeriodByDays());
    }

    private static long rounded(PlanTerms terms, long fenDays, long yearDays) {
        return terms.rounding()
                .quotient(BigDecimal.valueOf(fenDays).multiply(terms.annualRate()), BigDecimal.valueOf(yearDays));
    }
}
