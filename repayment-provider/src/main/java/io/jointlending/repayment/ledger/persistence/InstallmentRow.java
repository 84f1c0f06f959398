package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.PenaltyBase;
import java.time.LocalDate;

/** A row of {@code ledger_installment}. */
record InstallmentRow(
        int installmentNo,
        LocalDate dueDate,
        long duePenaltyFen,
        long settledPenaltyFen,
        long dueFeeFen,
        long settledFeeFen,
        long dueInterestFen,
        long settledInterestFen,
        long duePrincipalFen,
        long settledPrincipalFen,
        long penaltyFenDays,
        LocalDate penaltySince) {

    static InstallmentRow of(LedgerInstallment installment) {
        Amounts due = installment.due();
        Amounts settled = installment.settled();
        return new InstallmentRow(
                installment.installmentNo(),
                installment.dueDate(),
                due.penaltyFen(),
                settled.penaltyFen(),
                due.feeFen(),
                settled.feeFen(),
                due.interestFen(),
                settled.interestFen(),
                due.principalFen(),
                settled.principalFen(),
                installment.base().fenDays(),
                installment.base().since());
    }

    LedgerInstallment installment() {
        return new LedgerInstallment(
                installmentNo,
                new Amounts(duePrincipalFen, dueInterestFen, duePenaltyFen, dueFeeFen),
                new Amounts(settledPrincipalFen, settledInterestFen, settledPenaltyFen, settledFeeFen),
                new PenaltyBase(
                        dueDate,
                        Math.subtractExact(duePrincipalFen, settledPrincipalFen),
                        penaltyFenDays,
                        penaltySince));
    }
}
