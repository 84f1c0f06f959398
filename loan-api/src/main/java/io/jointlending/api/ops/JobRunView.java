package io.jointlending.api.ops;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * The run of a job on one date.
 *
 * @param job its name
 * @param businessDate date of the run, Asia/Shanghai
 * @param status NOT_STARTED, RUNNING (something is left to do) or DONE
 * @param shards how many there are, 0 before the start
 * @param doneShards how many of them are done
 * @param doneRows worked on up to now
 * @param progress by shard
 */
public record JobRunView(
        String job,
        LocalDate businessDate,
        String status,
        Integer shards,
        Integer doneShards,
        Long doneRows,
        List<JobShardView> progress)
        implements Serializable {}
