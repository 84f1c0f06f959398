package io.jointlending.repayment.snapshot.domain;

import java.time.LocalDate;
import java.util.List;

/** Where snapshots come from and go to. Every method belongs in a transaction. */
public interface PenaltySnapshots {
    /**
     * Installments of active ledgers with something open whose due date lies before a day, order by order, read at one
     * moment and without a lock.
     *
     * @param afterOrderNo the last order seen of this shard key, empty before the first
     * @param limit most rows; the last order may be cut by it
     */
    List<OverdueInstallment> overdue(LocalDate day, int shardKey, String afterOrderNo, int limit);

    /** Stores new snapshots. */
    void add(List<PenaltySnapshot> snapshots);

    /** Adds to what was overdue by channel on a day. */
    void addOverdue(LocalDate businessDate, List<ChannelOverdue> overdue);

    /** What was overdue on the orders of a channel, by date. */
    List<OverdueDay> overdueOf(String channelCode, LocalDate from, LocalDate to);

    /** What was overdue on a day, by channel, at most 1000. */
    List<OverdueDay> overdueOn(LocalDate businessDate);
}
