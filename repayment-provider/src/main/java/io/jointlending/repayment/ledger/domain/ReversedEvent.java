package io.jointlending.repayment.ledger.domain;

/**
 * An event that is reversed.
 *
 * @param sequence its place among the events of the ledger
 * @param kind what it was
 */
public record ReversedEvent(long sequence, EventKind kind) {}
