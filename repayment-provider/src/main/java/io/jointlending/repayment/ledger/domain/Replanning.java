package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Component;
import io.jointlending.support.money.PlanTerms;
import io.jointlending.support.money.PlannedInstallment;
import io.jointlending.support.money.PrepaymentMode;
import io.jointlending.support.money.Replan;
import io.jointlending.support.money.Replanner;
import io.jointlending.support.money.RunningPeriod;
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
        return draft.before().issuedTerms();
    }

    /** A prepayment that was reversed has no due any more and never was. */
    private RunningPeriod period(long leftFen) {
        return RunningBalances.period(
                issued(),
                running().installmentNo(),
                leftFen,
                draft.cells().stream()
                        .filter(it -> it.kind() == InstallmentKind.PREPAYMENT)
                        .map(it -> new RunningBalances.Prepaid(
                                it.installmentNo(), it.dueDate(), it.due().principalFen()))
                        .toList());
    }
}
