package io.jointlending.fund.task.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of whom: one task for each.
 *
 * @param channel our integration with the institution
 * @param behaviour what it is asked for: loan, query, repayment, cancel …
 * @param bizNo number under which the institution knows it
 * @param attempt 1, 2, …: the same thing asked once more on purpose
 * @param orderNo master order, or null where there is none
 * @param shardKey gene of the borrower, 0 to 1023
 */
public record TaskKey(
        String channel, String behaviour, String bizNo, int attempt, @Nullable String orderNo, int shardKey) {
    /** The name of its flow. */
    public String flow() {
        return channel + "." + behaviour;
    }
}
