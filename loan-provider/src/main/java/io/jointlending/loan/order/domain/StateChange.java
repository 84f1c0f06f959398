package io.jointlending.loan.order.domain;

import java.time.LocalDateTime;

/**
 * One line of the state log.
 *
 * @param fromStatus state before, 0 for the creation
 * @param toStatus state after
 * @param cause name of a {@link Cause}
 * @param reference number of the request, payment or message behind it
 * @param changedAt Asia/Shanghai
 */
public record StateChange(int fromStatus, int toStatus, String cause, String reference, LocalDateTime changedAt) {}
