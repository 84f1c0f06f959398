package io.jointlending.api.loan;

import java.io.Serializable;
import java.time.LocalDateTime;

/**
 * One line of an order's state log.
 *
 * @param fromStatus state before; 0 for the creation
 * @param toStatus state after
 * @param cause the act that moved the order, such as SUBMIT, LOAN_OUT, PAYMENT_CALLBACK, PAYMENT_QUERY, SETTLED
 * @param reference number of the request, payment or message behind it
 * @param changedAt Asia/Shanghai
 */
public record StateChangeView(
        Integer fromStatus, Integer toStatus, String cause, String reference, LocalDateTime changedAt)
        implements Serializable {}
