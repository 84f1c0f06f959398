package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.PenaltyBase;
import java.time.LocalDate;

record InstallmentRow(
        Integer installmentNo,
        LocalDate dueDate,
        Long duePenaltyFen,
        Long settledPenaltyFen,
        Long dueFeeFen,
        Long settledFeeFen,
        Long dueInterestFen,
        Long settledInterestFen,
        Long duePrincipalFen,
        Long settledPrincipalFen,
        Long penaltyFenDays,
        LocalDate penaltySince) {

    LedgerInstallment installment() {
        return new LedgerInstallment(
                installmentNo,
                new Amounts(duePrincipalFen, dueInterestFen, duePenaltyFen, dueFeeFen),
                new Amounts(settledPrincipalFen, settledInterestFen, settledPenaltyFen, settledFeeFen),
                new PenaltyBase(dueDate, duePrincipalFen - settledPrincipalFen, penaltyFenDays, penaltySince));
    }
}
