package io.jointlending.repayment.guard.domain;

import java.time.LocalDate;
import java.util.List;

/** Where checks look and what they found. Every method belongs in a transaction. */
public interface LedgerAlerts {
    /**
     * Active orders of a shard key, by number, of which an installment due by a day has interest or principal open while a
     * later one has some settled: few, and most of them for a good reason.
     *
     * @param afterOrderNo the last order seen, empty before the first
     */
    List<String> outOfOrder(LocalDate day, int shardKey, String afterOrderNo, int limit);

    /** Stores an alert; false when it is known. */
    boolean add(LedgerAlert alert);
}
