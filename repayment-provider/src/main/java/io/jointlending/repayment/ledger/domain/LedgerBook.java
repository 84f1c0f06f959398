package io.jointlending.repayment.ledger.domain;

import java.util.Optional;

/**
 * A ledger with its sub-ledgers, read at one moment.
 *
 * @param ledger of the master order
 * @param subLedgers of all sub-orders, empty while they do not exist
 */
public record LedgerBook(Ledger ledger, Optional<SubLedgers> subLedgers) {
    /** Requires that the sub-orders add up to the master order in every cell. */
    public LedgerBook {
        subLedgers.ifPresent(subs -> subs.requireWhole(ledger));
    }
}
