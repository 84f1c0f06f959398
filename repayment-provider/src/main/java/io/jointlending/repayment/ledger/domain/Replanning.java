package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.BalanceStep;
import io.jointlending.support.money.Component;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.PlanTerms;
import io.jointlending.support.money.PlannedInstallment;
import io.jointlending.support.money.PrepaymentMode;
import io.jointlending.support.money.Replan;
import io.jointlending.support.money.Replanner;
import io.jointlending.support.money.RunningPeriod;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes the dues of the installments that are not due yet. What is settled of them stays: the new due is what is settled
 * plus the new figure, and interest paid in advance is never given back.
 */
final class Replanning {
    private final LedgerDraft draft;
    private final List<LedgerInstallment> upcoming;

    /** Of a ledger with at least one installment that is not due yet. */
    Replanning(LedgerDraft draft) {
        this.draft = draft;
        this.upcoming = draft.upcoming();
        if (upcoming.isEmpty()) {
            throw new IllegalStateException("Order " + draft.head().orderNo() + " has nothing to plan again on "
                    + draft.valueDate() + ": " + draft.cells());
        }
    }

    /** Open principal that is not due yet, in fen. */
    static long openPrincipal(List<LedgerInstallment> upcoming) {
        return upcoming.stream().mapToLong(it -> it.open().principalFen()).reduce(0, Math::addExact);
    }

    /** The first installment that is not due yet: the one whose interest runs now. */
    LedgerInstallment running() {
        return upcoming.get(0);
    }

    /** Interest of the running period up to the value date, in fen, rounded once. */
    long runningInterest() {
        return Replanner.interest(issued(), period(openPrincipal(upcoming)), draft.valueDate());
    }

    /** Plans this much principal again. */
    void plan(long leftFen, PrepaymentMode mode) {
        Replan replan = Replanner.replan(
                issued(), period(leftFen), leftFen, draft.plan().installmentFen(), mode);
        Map<Integer, PlannedInstallment> rows = new HashMap<>();
        replan.rows().forEach(row -> rows.put(row.installmentNo(), row));
        long planned = 0;
        for (LedgerInstallment cell : upcoming) {
            PlannedInstallment row = rows.remove(cell.installmentNo());
            long principal = row == null ? 0 : row.principalFen();
            long interest = row == null ? 0 : row.interestFen();
            planned = Math.addExact(planned, principal);
            draft.due(
                    cell.installmentNo(),
                    Component.PRINCIPAL,
                    Math.addExact(cell.settled().principalFen(), principal));
            draft.due(
                    cell.installmentNo(),
                    Component.INTEREST,
                    Math.max(cell.settled().interestFen(), interest));
        }
        if (planned != leftFen || !rows.isEmpty()) {
            throw new IllegalStateException("Order " + draft.head().orderNo() + ": " + leftFen
                    + " fen were planned again as " + replan + " for " + upcoming);
        }
        draft.replanned(replan.installmentFen(), mode);
    }

    private PlanTerms issued() {
        LedgerHead head = draft.head();
        LedgerTerms terms = head.terms();
        return new PlanTerms(
                head.principalFen(),
                terms.annualRate(),
                terms.method(),
                terms.dayCount(),
                head.startDate(),
                draft.cells().stream()
                        .filter(it -> it.kind() == InstallmentKind.REGULAR)
                        .map(LedgerInstallment::dueDate)
                        .toList(),
                head.penaltyTerms().rounding(),
                terms.installmentMultipleFen(),
                terms.interestOnlyInstallments(),
                terms.firstPeriodByDays());
    }

    /**
     * The balances on which interest runs, from the balance now backwards over the prepayments since the period began. A
     * prepayment that was reversed has no due any more and never was.
     */
    private RunningPeriod period(long leftFen) {
        LocalDate start = start();
        List<LedgerInstallment> latestFirst = draft.cells().stream()
                .filter(it -> it.kind() == InstallmentKind.PREPAYMENT
                        && it.due().principalFen() > 0
                        && !it.dueDate().isBefore(start))
                .sorted(Comparator.comparing(LedgerInstallment::dueDate)
                        .thenComparing(LedgerInstallment::installmentNo)
                        .reversed())
                .toList();
        Deque<BalanceStep> steps = new ArrayDeque<>();
        long balance = leftFen;
        long inside = 0;
        for (LedgerInstallment prepayment : latestFirst) {
            steps.addFirst(new BalanceStep(prepayment.dueDate(), balance));
            balance = Math.addExact(balance, prepayment.due().principalFen());
            if (prepayment.dueDate().isAfter(start)) {
                inside = Math.addExact(inside, prepayment.due().principalFen());
            }
        }
        steps.addFirst(new BalanceStep(start, balance));
        return new RunningPeriod(running().installmentNo(), List.copyOf(steps), inside);
    }

    /** The due date before the running installment's, or the start of the loan: with BULLET interest runs since then. */
    private LocalDate start() {
        if (draft.head().terms().method() == PlanMethod.BULLET) {
            return draft.head().startDate();
        }
        return draft.cells().stream()
                .filter(it -> it.kind() == InstallmentKind.REGULAR)
                .map(LedgerInstallment::dueDate)
                .filter(date -> date.isBefore(running().dueDate()))
                .max(Comparator.naturalOrder())
                .orElse(draft.head().startDate());
    }
}
