package io.jointlending.support.job;

import java.time.LocalTime;

/**
 * Work that is done once for every business date, in shards and in bounded steps. A provider declares its jobs as beans;
 * {@link JobRunner} does the rest.
 */
public interface Job {
    /** Name in {@code job_run}, in commands and in metrics, such as {@code penalty-snapshot}; never changed. */
    String name();

    /** Into how many shards a date is cut when its run is created; see {@link Slice#holds}. */
    default int shards() {
        return 1;
    }

    /** Time of the business day from which the timer creates the run of that day, Asia/Shanghai. */
    LocalTime from();

    /** True when the timer creates the run of yesterday too if nobody did, because it still makes sense then. */
    default boolean catchesUp() {
        return true;
    }

    /**
     * True when a step and its cursor are one transaction, which is opened around {@link #step}. False for a job that
     * calls another system: its step opens its own transactions, and is repeated if its cursor was not stored.
     */
    default boolean transactional() {
        return true;
    }

    /**
     * One step of one shard: at most a few hundred rows and a few seconds. It must not keep anything in memory from one
     * step to the next: the next one may run in another instance. A step that throws is tried again later, from the same
     * cursor.
     */
    Step step(Slice slice);
}
