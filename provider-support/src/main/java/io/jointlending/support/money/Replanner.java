package io.jointlending.support.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans the rest of a loan anew after principal was prepaid. Interest of the running period is one rounding over all its
 * balances. A prepayment inside a period counts towards the running installment first; the later installments are whole
 * periods again.
 */
public final class Replanner {
    private Replanner() {}

    /**
     * What the method keeps equal in a plan as issued, in fen: the installment (EQUAL_INSTALLMENT), its principal
     * (EQUAL_PRINCIPAL, FLAT), 0 where nothing is.
     */
    public static long installment(PlanTerms issued) {
        return installment(issued, issued.principalFen(), 1);
    }

    /**
     * The rest of the plan.
     *
     * @param issued terms of the plan as issued
     * @param running the period of the prepayment, with it; {@code prepaidFen} is 0 where the prepayment was made on the
     *     period's first day, which makes it a whole period; its first balance is then the one before the prepayment
     * @param leftFen principal still to plan, in fen
     * @param installmentFen what the method kept equal until now
     * @param mode what becomes of the rest
     */
    public static Replan replan(
            PlanTerms issued, RunningPeriod running, long leftFen, long installmentFen, PrepaymentMode mode) {
        if (issued.method() == PlanMethod.BULLET) {
            return bullet(issued, running, leftFen);
        }
        if (running.prepaidFen() == 0) {
            return whole(issued, running.installmentNo(), leftFen, kept(issued, running, installmentFen), mode);
        }
        int no = running.installmentNo();
        long interest = interest(issued, running, issued.dueDate(no));
        long principal = RepaymentPlanner.principal(issued, no, leftFen, interest, installmentFen);
        if (no < issued.installments()) {
            principal = Math.max(0, principal - running.prepaidFen());
        }
        long balance = leftFen - principal;
        List<PlannedInstallment> rows = new ArrayList<>();
        rows.add(new PlannedInstallment(no, issued.dueDate(no), principal, interest, balance));
        if (no == issued.installments() || balance == 0) {
            return new Replan(installmentFen, List.copyOf(rows));
        }
        Replan rest = whole(issued, no + 1, balance, installmentFen, mode);
        rows.addAll(rest.rows());
        return new Replan(rest.installmentFen(), List.copyOf(rows));
    }

    /** Interest that has run in a period (with BULLET since the loan's start) up to a day inside it, rounded once. */
    public static long interest(PlanTerms issued, RunningPeriod running, LocalDate to) {
        return switch (issued.method()) {
            case EQUAL_INSTALLMENT, EQUAL_PRINCIPAL, INTEREST_FIRST -> InterestRule.running(issued, running, to);
            case FLAT ->
                InterestRule.running(
                        issued,
                        RunningPeriod.of(
                                running.installmentNo(),
                                issued.periodStart(running.installmentNo()),
                                issued.principalFen()),
                        to);
            case BULLET -> InterestRule.sinceStart(issued, running, to);
        };
    }

    /**
     * The installment that a shortened term keeps. One that was rounded to a multiple has repaid too much or too little up to
     * now; the first prepayment makes that good on the balance before it, so that the rounding is not carried on.
     */
    private static long kept(PlanTerms issued, RunningPeriod running, long installmentFen) {
        int no = running.installmentNo();
        long before = running.balances().get(0).balanceFen();
        boolean first = issued.method() == PlanMethod.EQUAL_INSTALLMENT
                && issued.installmentMultipleFen() > 1
                && no > 1
                && RepaymentPlanner.DEFAULT.plan(issued).get(no - 2).balanceAfterFen() == before;
        return first ? installment(issued, before, no) : installmentFen;
    }

    private static Replan bullet(PlanTerms issued, RunningPeriod running, long balance) {
        List<PlannedInstallment> rows = new ArrayList<>();
        int last = issued.installments();
        for (int no = running.installmentNo(); no < last; no++) {
            rows.add(new PlannedInstallment(no, issued.dueDate(no), 0, 0, balance));
        }
        long interest = InterestRule.sinceStart(issued, running, issued.dueDate(last));
        rows.add(new PlannedInstallment(last, issued.dueDate(last), balance, interest, 0));
        return new Replan(0, List.copyOf(rows));
    }

    private static Replan whole(PlanTerms issued, int firstNo, long leftFen, long installmentFen, PrepaymentMode mode) {
        long kept = mode == PrepaymentMode.SHORTEN_TERM ? installmentFen : installment(issued, leftFen, firstNo);
        List<PlannedInstallment> rows = RepaymentPlanner.rows(issued, firstNo, leftFen, kept);
        List<PlannedInstallment> needed = new ArrayList<>();
        long balance = leftFen;
        for (PlannedInstallment row : rows) {
            if (balance > 0) {
                needed.add(row);
            }
            balance = row.balanceAfterFen();
        }
        return new Replan(kept, List.copyOf(needed));
    }

    private static long installment(PlanTerms terms, long principalFen, int firstNo) {
        int first = Math.max(firstNo, terms.interestOnlyInstallments() + 1);
        BigDecimal rows = BigDecimal.valueOf(terms.installments() - first + 1L);
        return switch (terms.method()) {
            case EQUAL_INSTALLMENT -> InterestRule.equalInstallment(terms, principalFen, first);
            case EQUAL_PRINCIPAL -> terms.rounding().quotient(BigDecimal.valueOf(principalFen), rows);
            case FLAT -> flatPrincipal(terms, principalFen, first, rows);
            case INTEREST_FIRST, BULLET -> 0;
        };
    }

    /** The installment (principal and interest) is what is rounded to the multiple; the interest is as it is. */
    private static long flatPrincipal(PlanTerms terms, long principalFen, int first, BigDecimal rows) {
        long interest = InterestRule.ofPeriod(terms, first, terms.principalFen());
        BigDecimal multiple = BigDecimal.valueOf(terms.installmentMultipleFen());
        long multiples = terms.rounding()
                .quotient(
                        BigDecimal.valueOf(principalFen)
                                .add(BigDecimal.valueOf(interest).multiply(rows)),
                        rows.multiply(multiple));
        return Math.subtractExact(Math.multiplyExact(multiples, terms.installmentMultipleFen()), interest);
    }
}
