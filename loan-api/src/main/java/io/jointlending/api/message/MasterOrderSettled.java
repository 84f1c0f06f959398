package io.jointlending.api.message;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is owed any more, neither on the master order nor on any of its sub-orders. Sent when both are true.
 *
 * @param orderNo master order
 * @param sequence ledger sequence of the event that settled it; a receiver ignores a lower one than it has applied
 * @param returnablePrincipalFen cumulative principal paid with money, in fen: what the credit line gets back, less
 *     what it got back before
 * @param settledOn Asia/Shanghai
 * @param status SETTLED, or REFUNDED when the merchant gave the purchase price back; null means SETTLED
 */
public record MasterOrderSettled(
        String orderNo, Long sequence, Long returnablePrincipalFen, LocalDate settledOn, @Nullable String status)
        implements Serializable {}
