package io.jointlending.support.job;

import java.time.LocalDate;

/**
 * Where a step begins.
 *
 * @param businessDate date of the run, Asia/Shanghai
 * @param shard 0 up to, not including, {@code shards}
 * @param shards how many there are on this date
 * @param cursor what the step before returned; empty at the start of the shard
 */
public record Slice(LocalDate businessDate, int shard, int shards, String cursor) {
    /** True when the rows of this shard key belong to the shard. */
    public boolean holds(int shardKey) {
        return Math.floorMod(shardKey, shards) == shard;
    }
}
