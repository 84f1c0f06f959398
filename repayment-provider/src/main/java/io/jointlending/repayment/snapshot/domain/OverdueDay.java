package io.jointlending.repayment.snapshot.domain;

import java.time.LocalDate;

/**
 * What was overdue on the orders of one channel at the end of a day.
 *
 * @param businessDate the day, Asia/Shanghai
 * @param channelCode channel, {@link ChannelOverdue#NONE} for orders without one
 * @param orderCount orders with an overdue installment
 * @param overdueFen open on those installments, penalty included, in fen
 */
public record OverdueDay(LocalDate businessDate, String channelCode, long orderCount, long overdueFen) {}
