package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.Seat;
import io.jointlending.support.money.Amounts;
import java.time.LocalDate;

record SubInstallmentRow(
        String subOrderNo,
        Integer installmentNo,
        Integer seat,
        LocalDate dueDate,
        Long duePenaltyFen,
        Long settledPenaltyFen,
        Long dueFeeFen,
        Long settledFeeFen,
        Long dueInterestFen,
        Long settledInterestFen,
        Long duePrincipalFen,
        Long settledPrincipalFen) {

    static SubInstallmentRow of(Seat seat, int installmentNo, LocalDate dueDate, Amounts due, Amounts settled) {
        return new SubInstallmentRow(
                seat.subOrderNo(),
                installmentNo,
                seat.seat(),
                dueDate,
                due.penaltyFen(),
                settled.penaltyFen(),
                due.feeFen(),
                settled.feeFen(),
                due.interestFen(),
                settled.interestFen(),
                due.principalFen(),
                settled.principalFen());
    }

    Amounts due() {
        return new Amounts(duePrincipalFen, dueInterestFen, duePenaltyFen, dueFeeFen);
    }

    Amounts settled() {
        return new Amounts(settledPrincipalFen, settledInterestFen, settledPenaltyFen, settledFeeFen);
    }
}
