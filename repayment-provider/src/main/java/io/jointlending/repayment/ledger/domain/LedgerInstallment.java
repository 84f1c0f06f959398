package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import io.jointlending.support.money.PenaltyBase;
import io.jointlending.support.money.PenaltyBasis;
import io.jointlending.support.money.PenaltyCalculator;
import java.time.LocalDate;

/**
 * One installment of a master order: what is due of it and what is settled.
 *
 * @param installmentNo 1, 2, …; never reused
 * @param kind of the plan as issued, or a prepayment
 * @param planVersion version of the plan that gave it its dues
 * @param due owed in all; the penalty as of the last event
 * @param settled of it already settled
 * @param base what its penalty is counted on
 */
public record LedgerInstallment(
        int installmentNo, InstallmentKind kind, int planVersion, Amounts due, Amounts settled, PenaltyBase base) {
    /** Refuses an installment whose numbers contradict each other. */
    public LedgerInstallment {
        if (!due.covers(settled) || !settled.covers(Amounts.ZERO)) {
            throw new IllegalStateException("Installment " + installmentNo + " has due " + due + ", settled " + settled
                    + ", penalty base " + base);
        }
    }

    /** A regular installment on which nothing is settled and no penalty is due. */
    public static LedgerInstallment opened(
            int installmentNo, LocalDate dueDate, Amounts due, int planVersion, PenaltyBasis basis) {
        return new LedgerInstallment(
                installmentNo,
                InstallmentKind.REGULAR,
                planVersion,
                due,
                Amounts.ZERO,
                PenaltyBase.of(dueDate, basis.of(due)));
    }

    /** A prepayment with nothing in it yet, due on its day. */
    static LedgerInstallment prepayment(int installmentNo, LocalDate day, int planVersion) {
        return new LedgerInstallment(
                installmentNo,
                InstallmentKind.PREPAYMENT,
                planVersion,
                Amounts.ZERO,
                Amounts.ZERO,
                PenaltyBase.of(day, 0));
    }

    /** Last day to pay without penalty, Asia/Shanghai. */
    public LocalDate dueDate() {
        return base.dueDate();
    }

    /** What is due and not settled. */
    public Amounts open() {
        return due.minus(settled);
    }

    /** True when nothing is open. */
    public boolean cleared() {
        return due.equals(settled);
    }

    /** True when a re-plan on this day may change it: of the plan as issued and not due yet. */
    public boolean upcoming(LocalDate day) {
        return kind == InstallmentKind.REGULAR && dueDate().isAfter(day);
    }

    /** The installment with its penalty up to a date: what was settled of it, or what the rule says if that is more. */
    LedgerInstallment accruedTo(LocalDate date, PenaltyCalculator calculator) {
        long penalty = Math.max(settled.penaltyFen(), calculator.penalty(base, due.principalFen(), date));
        return new LedgerInstallment(
                installmentNo, kind, planVersion, due.with(Component.PENALTY, penalty), settled, base);
    }

    /** The installment with other figures from a day on. */
    LedgerInstallment changed(Amounts nowDue, Amounts nowSettled, LocalDate valueDate, PenaltyBasis basis) {
        long growth = Math.subtractExact(basis.of(nowDue.minus(nowSettled)), base.openFen());
        return new LedgerInstallment(
                installmentNo, kind, planVersion, nowDue, nowSettled, base.changed(valueDate, growth));
    }

    /** The installment with figures as if what was settled for a day never had been. */
    LedgerInstallment restored(
            Amounts nowDue, Amounts nowSettled, LocalDate settledOn, LocalDate valueDate, PenaltyBasis basis) {
        long growth = Math.subtractExact(basis.of(nowDue.minus(nowSettled)), base.openFen());
        PenaltyBase again = growth < 0 ? base.changed(valueDate, growth) : base.restored(settledOn, valueDate, growth);
        return new LedgerInstallment(installmentNo, kind, planVersion, nowDue, nowSettled, again);
    }

    /** The installment as a version of the plan has it. */
    LedgerInstallment planned(int version) {
        return new LedgerInstallment(installmentNo, kind, version, due, settled, base);
    }
}
