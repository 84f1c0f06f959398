package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;

/**
 * What one event did to one installment of one sub-order.
 *
 * @param seat whose sub-order
 * @param installmentNo installment
 * @param due change of what is due
 * @param settled change of what is settled; negative in a reversal only
 */
public record SplitLine(Seat seat, int installmentNo, Amounts due, Amounts settled) {
    boolean empty() {
        return due.equals(Amounts.ZERO) && settled.equals(Amounts.ZERO);
    }
}
