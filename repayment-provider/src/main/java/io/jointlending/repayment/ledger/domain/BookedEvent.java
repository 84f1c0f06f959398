package io.jointlending.repayment.ledger.domain;

import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored, as far as its reversal needs it.
 *
 * @param event what it did
 * @param paymentReference receipt, or null where no money came
 * @param appliedFen settled dues, in fen
 * @param suspenseFen beyond everything owed, in fen
 * @param isReversed true when a reversal of it is booked
 */
public record BookedEvent(
        LedgerEvent event, @Nullable String paymentReference, long appliedFen, long suspenseFen, boolean isReversed) {}
