package io.jointlending.support.job;

import java.time.LocalDate;

/**
 * A shard as it was claimed, in the order of the columns read.
 *
 * @param attempts how often it was claimed, this time included: tells its holder from an earlier one
 */
record Claim(String job, LocalDate businessDate, int shard, int shards, String cursorKey, int attempts) {
    Claim held() {
        return new Claim(job, businessDate, shard, shards, cursorKey, attempts + 1);
    }

    /** The claim after a step was stored. */
    Claim at(String cursor) {
        return new Claim(job, businessDate, shard, shards, cursor, attempts);
    }

    Slice slice() {
        return new Slice(businessDate, shard, shards, cursorKey);
    }

    @Override
    public String toString() {
        return "job=" + job + " date=" + businessDate + " shard=" + shard + " of=" + shards;
    }
}
