package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.MasterLine;
import io.jointlending.support.money.Amounts;

record MasterLineRow(
        Long sequenceNo,
        Integer installmentNo,
        Long penaltyGrowthFen,
        Long settledPenaltyFen,
        Long settledFeeFen,
        Long settledInterestFen,
        Long settledPrincipalFen) {

    MasterLine line() {
        return new MasterLine(
                installmentNo,
                penaltyGrowthFen,
                new Amounts(settledPrincipalFen, settledInterestFen, settledPenaltyFen, settledFeeFen));
    }
}
