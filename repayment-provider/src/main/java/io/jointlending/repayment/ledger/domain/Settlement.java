package io.jointlending.repayment.ledger.domain;

import java.time.LocalDate;

/**
 * The event that left nothing open.
 *
 * @param sequence its place among the events of the ledger
 * @param settledOn the value date of that event, Asia/Shanghai
 * @param status how the ledger ended
 */
public record Settlement(long sequence, LocalDate settledOn, LedgerStatus status) {
    /** Refuses a settlement of something open. */
    public Settlement {
        if (status == LedgerStatus.ACTIVE) {
            throw new IllegalStateException("An active ledger has no settlement, as of event " + sequence);
        }
    }
}
