package io.jointlending.repayment.due.domain;

import java.time.LocalDate;
import java.util.List;

/** Active orders that something is due on; of one shard key, by number. */
public interface DueOrders {
    /**
     * Orders with an open installment that falls due on this very day.
     *
     * @param afterOrderNo the last order seen, empty before the first
     */
    List<String> dueOn(LocalDate day, int shardKey, String afterOrderNo, int limit);

    /**
     * Orders with an open installment that is due on this day or past due.
     *
     * @param afterOrderNo the last order seen, empty before the first
     */
    List<String> dueUpTo(LocalDate day, int shardKey, String afterOrderNo, int limit);
}
