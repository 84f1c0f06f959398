package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.BalanceStep;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.PlanTerms;
import io.jointlending.support.money.RunningPeriod;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The balances on which interest of the running period runs, of the borrower or of one institution. */
final class RunningBalances {
    private RunningBalances() {}

    /**
     * Principal prepaid on a day.
     *
     * @param installmentNo the prepayment's own installment
     * @param day when
     * @param fen how much; 0 counts as never
     */
    record Prepaid(int installmentNo, LocalDate day, long fen) {}

    /**
     * From the balance now backwards over the prepayments since the period began.
     *
     * @param issued terms of the plan as issued
     * @param runningNo the first installment that is not due yet
     * @param leftFen the balance now, in fen
     */
    static RunningPeriod period(PlanTerms issued, int runningNo, long leftFen, List<Prepaid> prepayments) {
        // With BULLET interest runs since the loan's start.
        LocalDate start = issued.method() == PlanMethod.BULLET ? issued.startDate() : issued.periodStart(runningNo);
        List<Prepaid> latestFirst = prepayments.stream()
                .filter(it -> it.fen() > 0 && !it.day().isBefore(start))
                .sorted(Comparator.comparing(Prepaid::day)
                        .thenComparing(Prepaid::installmentNo)
                        .reversed())
                .toList();
        Deque<BalanceStep> steps = new ArrayDeque<>();
        long balance = leftFen;
        long inside = 0;
        for (Prepaid prepaid : latestFirst) {
            steps.addFirst(new BalanceStep(prepaid.day(), balance));
            balance = Math.addExact(balance, prepaid.fen());
            if (prepaid.day().isAfter(start)) {
                inside = Math.addExact(inside, prepaid.fen());
            }
        }
        steps.addFirst(new BalanceStep(start, balance));
        return new RunningPeriod(runningNo, List.copyOf(steps), inside);
    }
}
