package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;

/**
 * What one event did to one installment of the master order. The lines of all events in sequence are everything that the
 * split needs, now or later.
 *
 * @param installmentNo installment
 * @param penaltyGrowthFen penalty that became due with the event, in fen
 * @param settled settled by the event
 */
public record MasterLine(int installmentNo, long penaltyGrowthFen, Amounts settled) {
    /** Refuses a line that takes something back: only a reversal could, and it has lines of its own. */
    public MasterLine {
        if (penaltyGrowthFen < 0 || !settled.covers(Amounts.ZERO)) {
            throw new IllegalStateException("Installment " + installmentNo + " would get penalty " + penaltyGrowthFen
                    + " and settle " + settled);
        }
    }

    /** True when the event did nothing here. */
    boolean empty() {
        return penaltyGrowthFen == 0 && settled.equals(Amounts.ZERO);
    }
}
