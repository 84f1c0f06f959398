package io.jointlending.repayment.ledger.domain;

import java.time.LocalDate;

/**
 * The event that left nothing open.
 *
 * @param sequence its place among the events of the ledger
 * @param settledOn the value date of that event, Asia/Shanghai
 */
public record Settlement(long sequence, LocalDate settledOn) {}
