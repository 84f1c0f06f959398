package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;

/**
 * What one event did to one installment of one sub-order.
 *
 * @param seat whose sub-order
 * @param installmentNo installment
 * @param penaltyGrowthFen penalty that became due, in fen
 * @param settled settled
 */
public record SplitLine(Seat seat, int installmentNo, long penaltyGrowthFen, Amounts settled) {
    /** Refuses a line that takes something back from an institution. */
    public SplitLine {
        if (penaltyGrowthFen < 0 || !settled.covers(Amounts.ZERO)) {
            throw new IllegalStateException("Installment " + installmentNo + " of " + seat + " would get penalty "
                    + penaltyGrowthFen + " and settle " + settled);
        }
    }

    boolean empty() {
        return penaltyGrowthFen == 0 && settled.equals(Amounts.ZERO);
    }
}
