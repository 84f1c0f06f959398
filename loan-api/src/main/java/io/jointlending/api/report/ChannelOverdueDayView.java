package io.jointlending.api.report;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What was overdue on the orders of a channel at the end of a day, whenever they were submitted.
 *
 * @param businessDate the day, Asia/Shanghai
 * @param channelCode channel, or {@link #NONE}
 * @param orderCount orders with an installment past its due date
 * @param overdueFen open on those installments, penalty included, in fen
 */
public record ChannelOverdueDayView(LocalDate businessDate, String channelCode, Long orderCount, Long overdueFen)
        implements Serializable {
    /** Stands for orders without a channel; no channel has this code. */
    public static final String NONE = "(none)";
}
