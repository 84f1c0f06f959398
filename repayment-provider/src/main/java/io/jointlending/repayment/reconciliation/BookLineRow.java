package io.jointlending.repayment.reconciliation;

import io.jointlending.repayment.reconciliation.domain.ReconLine;
import io.jointlending.support.money.Amounts;
import java.time.LocalDate;

/** What an event settled of a sub-order, or a line of a file says so. */
record BookLineRow(
        String subOrderNo,
        LocalDate bookingDate,
        long placeNo,
        String eventKind,
        long penaltyFen,
        long feeFen,
        long interestFen,
        long principalFen) {

    ReconLine line() {
        return new ReconLine(
                bookingDate, placeNo, eventKind, new Amounts(principalFen, interestFen, penaltyFen, feeFen));
    }
}
