package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.InstallmentKind;
import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.PenaltyBase;
import io.jointlending.support.money.PenaltyBasis;
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
        LocalDate penaltySince,
        String kind,
        int planVersion) {

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
                installment.base().since(),
                installment.kind().name(),
                installment.planVersion());
    }

    LedgerInstallment installment(PenaltyBasis basis) {
        Amounts due = new Amounts(duePrincipalFen, dueInterestFen, duePenaltyFen, dueFeeFen);
        Amounts settled = new Amounts(settledPrincipalFen, settledInterestFen, settledPenaltyFen, settledFeeFen);
        return new LedgerInstallment(
                installmentNo,
                InstallmentKind.valueOf(kind),
                planVersion,
                due,
                settled,
                new PenaltyBase(dueDate, basis.of(due.minus(settled)), penaltyFenDays, penaltySince));
    }
}
