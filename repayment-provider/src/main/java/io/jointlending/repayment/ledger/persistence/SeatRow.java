package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.Seat;

record SeatRow(
        String subOrderNo, Integer seat, String institutionCode, Boolean isLead, Long weight, Long contributionFen) {

    Seat toSeat() {
        return new Seat(subOrderNo, seat, institutionCode, isLead, weight, contributionFen);
    }
}
