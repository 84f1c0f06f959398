package io.jointlending.support.job;

import org.jspecify.annotations.Nullable;

/**
 * How far a shard is, in the order of the columns read.
 *
 * @param shard its number
 * @param state DONE, RUNNING (an instance holds it) or WAITING
 * @param cursorKey where the next step begins
 * @param doneRows worked on by all steps
 * @param attempts how often it was claimed
 * @param failures steps that failed since the last that did not
 * @param lastError of them
 * @param leaseOwner instance that holds it
 */
public record ShardProgress(
        int shard,
        String state,
        String cursorKey,
        long doneRows,
        int attempts,
        int failures,
        @Nullable String lastError,
        @Nullable String leaseOwner) {
    /** True when nothing is left to do. */
    public boolean done() {
        return state.equals("DONE");
    }
}
