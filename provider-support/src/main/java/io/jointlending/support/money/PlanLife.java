package io.jointlending.support.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The life of a plan: on some days money comes, settles what is due, and what exceeds it is prepaid principal. Shows how a
 * plan changes; the ledger of an order does the same with {@link Replanner} on its own cells.
 */
public final class PlanLife {
    private final PlanTerms terms;
    private final List<PlannedInstallment> rows;
    private final List<String> notes = new ArrayList<>();
    private long installmentFen;
    private long paidFen;
    private LocalDate today;
    private RunningPeriod running;

    /** A life in which nothing happened yet. */
    public PlanLife(PlanTerms terms) {
        this.terms = terms;
        this.rows = new ArrayList<>(RepaymentPlanner.DEFAULT.plan(terms));
        this.installmentFen = Replanner.installment(terms);
        this.today = terms.startDate();
        this.running = RunningPeriod.of(1, terms.startDate(), terms.principalFen());
    }

    /** What was paid and what is still planned; a prepayment stands in the row of the period that it was made in. */
    public List<PlannedInstallment> rows() {
        return List.copyOf(rows);
    }

    /**
     * Money comes.
     *
     * @param date not before that of the money before
     * @param amountFen positive, in fen
     * @param mode what a prepayment does to the rest
     * @throws IllegalArgumentException for a date that is over, an amount of nothing or beyond all principal
     */
    public void repay(LocalDate date, long amountFen, PrepaymentMode mode) {
        require(!date.isBefore(today), "the date must not be before " + today + ", it is " + date);
        require(amountFen > 0, "the amount must be positive, it is " + amountFen);
        long due = 0;
        int firstOpen = 0;
        while (firstOpen < rows.size() && !rows.get(firstOpen).dueDate().isAfter(date)) {
            due = Math.addExact(due, total(rows.get(firstOpen)));
            firstOpen++;
        }
        // What was prepaid in the running period stands in a row that is not due yet.
        due = Math.max(0, due - paidFen);
        today = date;
        if (amountFen <= due) {
            paidFen += amountFen;
            notes.add(date + ": " + amountFen + " fen towards what is due, " + due);
            return;
        }
        long excess = amountFen - due;
        moveTo(firstOpen);
        long left = firstOpen < rows.size() ? lastBalance() : 0;
        require(excess <= left, "the amount must not exceed what is owed, " + (due + left) + ", it is " + amountFen);
        paidFen += amountFen;
        prepay(firstOpen, date, excess, mode);
    }

    /** The life as a table: what came, what it settled and prepaid, and the rows that it led to. */
    public Explanation explain() {
        List<List<String>> table = new ArrayList<>();
        for (PlannedInstallment row : rows) {
            table.add(List.of(
                    String.valueOf(row.installmentNo()),
                    row.dueDate().toString(),
                    String.valueOf(row.principalFen()),
                    String.valueOf(row.interestFen()),
                    String.valueOf(total(row)),
                    String.valueOf(row.balanceAfterFen())));
        }
        return new Explanation(
                terms.method() + " over " + terms.principalFen() + " fen, lived up to " + today,
                notes,
                List.of("no", "due", "principal", "interest", "sum", "balance"),
                table);
    }

    /** Lets earlier periods end. */
    private void moveTo(int firstOpen) {
        if (firstOpen >= rows.size() || rows.get(firstOpen).installmentNo() == running.installmentNo()) {
            return;
        }
        int no = rows.get(firstOpen).installmentNo();
        if (terms.method() == PlanMethod.BULLET) {
            running = new RunningPeriod(no, running.balances(), 0);
        } else {
            running = RunningPeriod.of(
                    no, terms.periodStart(no), rows.get(firstOpen - 1).balanceAfterFen());
        }
    }

    private void prepay(int firstOpen, LocalDate date, long fen, PrepaymentMode mode) {
        boolean onDueDate = firstOpen > 0 && rows.get(firstOpen - 1).dueDate().isEqual(date);
        List<BalanceStep> steps = new ArrayList<>(running.balances());
        long left = lastBalance() - fen;
        steps.add(new BalanceStep(date, left));
        running = new RunningPeriod(running.installmentNo(), steps, running.prepaidFen() + (onDueDate ? 0 : fen));
        Replan replan = Replanner.replan(terms, running, left, installmentFen, mode);
        installmentFen = replan.installmentFen();
        notes.add(date + ": " + fen + " fen of principal prepaid, " + left + " left; " + mode + ", kept equal: "
                + installmentFen);

        rows.subList(firstOpen, rows.size()).clear();
        rows.addAll(replan.rows());
        if (onDueDate) {
            add(firstOpen - 1, fen, -fen);
        } else {
            add(firstOpen, running.prepaidFen(), 0);
        }
    }

    private void add(int index, long principalFen, long balanceFen) {
        PlannedInstallment row = rows.get(index);
        rows.set(
                index,
                new PlannedInstallment(
                        row.installmentNo(),
                        row.dueDate(),
                        row.principalFen() + principalFen,
                        row.interestFen(),
                        row.balanceAfterFen() + balanceFen));
    }

    private long lastBalance() {
        return running.balances().get(running.balances().size() - 1).balanceFen();
    }

    private static long total(PlannedInstallment row) {
        return Math.addExact(row.principalFen(), row.interestFen());
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
