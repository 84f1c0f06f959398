package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import io.jointlending.support.money.PenaltyBase;
import io.jointlending.support.money.PenaltyCalculator;
import java.time.LocalDate;

/**
 * One installment of a master order: what is due of it and what is settled.
 *
 * @param installmentNo 1, 2, …; never reused
 * @param due owed in all; the penalty as of the last event
 * @param settled of it already settled
 * @param base what its penalty is counted on
 */
public record LedgerInstallment(int installmentNo, Amounts due, Amounts settled, PenaltyBase base) {
    /** Refuses an installment whose numbers contradict each other. */
    public LedgerInstallment {
        boolean openAgrees = base.openFen() == due.principalFen() - settled.principalFen();
        if (!due.covers(settled) || !settled.covers(Amounts.ZERO) || !openAgrees) {
            throw new IllegalStateException("Installment " + installmentNo + " has due " + due + ", settled " + settled
                    + ", penalty base " + base);
        }
    }

    /** An installment on which nothing is settled and no penalty is due. */
    public static LedgerInstallment opened(
            int installmentNo, LocalDate dueDate, long principalFen, long interestFen, long feeFen) {
        return new LedgerInstallment(
                installmentNo,
                new Amounts(principalFen, interestFen, 0, feeFen),
                Amounts.ZERO,
                PenaltyBase.of(dueDate, principalFen));
    }

    /** Last day to pay without penalty, Asia/Shanghai. */
    public LocalDate dueDate() {
        return base.dueDate();
    }

    /** What is due and not settled. */
    public Amounts open() {
        return due.minus(settled);
    }

    /** The installment with its penalty up to a date: what was settled of it, or what the rule says if that is more. */
    LedgerInstallment accruedTo(LocalDate date, PenaltyCalculator calculator) {
        long penalty = Math.max(settled.penaltyFen(), calculator.penalty(base, date));
        return new LedgerInstallment(installmentNo, due.with(Component.PENALTY, penalty), settled, base);
    }

    /** The installment after an amount was settled. */
    LedgerInstallment settle(Amounts amounts, LocalDate valueDate) {
        return new LedgerInstallment(
                installmentNo, due, settled.plus(amounts), base.settled(valueDate, amounts.principalFen()));
    }
}
