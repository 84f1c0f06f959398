package io.jointlending.support.money;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a repayment plan (还款计划). Every figure is rounded once, from an exact rational; the last principal is the balance,
 * so that the principals add up to the loan.
 */
public final class RepaymentPlanner {
    /** The planner; it has no settings. */
    public static final RepaymentPlanner DEFAULT = new RepaymentPlanner();

    private RepaymentPlanner() {}

    /**
     * The plan: one row per due date, no figure negative.
     *
     * @throws ArithmeticException when a figure leaves the range of {@code long}
     */
    public List<PlannedInstallment> plan(PlanTerms terms) {
        return rows(terms, 1, terms.principalFen(), Replanner.installment(terms));
    }

    /** The plan with its working-out: interest as the quotient that was rounded, and what the columns add up to. */
    public Explanation explain(PlanTerms terms) {
        List<List<String>> rows = new ArrayList<>();
        long interests = 0;
        for (PlannedInstallment row : plan(terms)) {
            int no = row.installmentNo();
            long balance = row.balanceAfterFen() + row.principalFen();
            interests = Math.addExact(interests, row.interestFen());
            rows.add(List.of(
                    String.valueOf(no),
                    row.dueDate().toString(),
                    String.valueOf(terms.periodDays(no)),
                    working(terms, no, balance),
                    String.valueOf(row.interestFen()),
                    String.valueOf(row.principalFen()),
                    String.valueOf(Math.addExact(row.principalFen(), row.interestFen())),
                    String.valueOf(row.balanceAfterFen())));
        }
        rows.add(List.of(
                "sum",
                "",
                "",
                "",
                String.valueOf(interests),
                String.valueOf(terms.principalFen()),
                String.valueOf(Math.addExact(terms.principalFen(), interests)),
                ""));
        return new Explanation(
                terms.method() + " over " + terms.principalFen() + " fen at "
                        + terms.annualRate().toPlainString() + " a year, " + terms.dayCount() + ", " + terms.rounding(),
                List.of(
                        "kept equal: " + Replanner.installment(terms)
                                + " fen (the installment, or its principal where the"
                                + " method keeps that; 0 for none)",
                        "interest = rate x balance x days / year days, rounded once; the last principal is the balance"),
                List.of("no", "due", "days", "interest from", "interest", "principal", "installment", "balance"),
                rows);
    }

    private static String working(PlanTerms terms, int no, long balance) {
        return switch (terms.method()) {
            case BULLET -> no < terms.installments() ? "-" : "whole time on " + balance;
            case FLAT -> working(terms, terms.principalFen(), no);
            case EQUAL_INSTALLMENT, EQUAL_PRINCIPAL, INTEREST_FIRST -> working(terms, balance, no);
        };
    }

    private static String working(PlanTerms terms, long balance, int no) {
        return terms.annualRate().toPlainString() + " x " + balance + " x " + terms.periodDays(no) + " / "
                + terms.yearDays(no);
    }

    /** The rows from an installment on, over whole periods, with what the method keeps equal. */
    static List<PlannedInstallment> rows(PlanTerms terms, int firstNo, long principalFen, long installmentFen) {
        List<PlannedInstallment> rows = new ArrayList<>(terms.installments() - firstNo + 1);
        long balance = principalFen;
        for (int no = firstNo; no <= terms.installments(); no++) {
            long interest = interest(terms, no, balance);
            long principal = principal(terms, no, balance, interest, installmentFen);
            balance -= principal;
            rows.add(new PlannedInstallment(no, terms.dueDate(no), principal, interest, balance));
        }
        return List.copyOf(rows);
    }

    /** Principal of an installment, never negative and never beyond the balance. */
    static long principal(PlanTerms terms, int no, long balance, long interest, long installmentFen) {
        if (no == terms.installments()) {
            return balance;
        }
        if (no <= terms.interestOnlyInstallments()) {
            return 0;
        }
        long principal =
                switch (terms.method()) {
                    case EQUAL_INSTALLMENT -> Math.subtractExact(installmentFen, interest);
                    case EQUAL_PRINCIPAL, FLAT -> installmentFen;
                    case INTEREST_FIRST, BULLET -> 0;
                };
        // On loans of a few fen the rounded installment can overtake the balance.
        return Math.min(Math.max(principal, 0), balance);
    }

    private static long interest(PlanTerms terms, int no, long balance) {
        return switch (terms.method()) {
            case EQUAL_INSTALLMENT, EQUAL_PRINCIPAL, INTEREST_FIRST -> InterestRule.ofPeriod(terms, no, balance);
            case FLAT -> InterestRule.ofPeriod(terms, no, terms.principalFen());
            case BULLET ->
                no < terms.installments()
                        ? 0
                        : InterestRule.sinceStart(
                                terms, RunningPeriod.of(1, terms.startDate(), balance), terms.dueDate(no));
        };
    }
}
