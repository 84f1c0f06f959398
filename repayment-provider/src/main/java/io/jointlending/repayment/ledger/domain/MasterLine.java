package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;

/**
 * What one event did to one installment of the master order. The lines of all events in sequence are everything that the
 * split needs, now or later.
 *
 * @param installmentNo installment
 * @param due change of what is due; negative where a re-plan, a pay-off or a reversal makes it less
 * @param settled change of what is settled; negative in a reversal only
 */
public record MasterLine(int installmentNo, Amounts due, Amounts settled) {
    /** True when the event did nothing here. */
    boolean empty() {
        return due.equals(Amounts.ZERO) && settled.equals(Amounts.ZERO);
    }
}
