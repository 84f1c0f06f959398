package io.jointlending.api.ops;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How far one shard of a run is.
 *
 * @param shard its number, from 0
 * @param status DONE, RUNNING (an instance holds it) or WAITING
 * @param cursor where the next step begins
 * @param doneRows worked on up to now
 * @param attempts how often an instance took it
 * @param failures steps that failed since the last that did not
 * @param lastError of them, or null
 * @param instance that holds it, or null
 */
public record JobShardView(
        Integer shard,
        String status,
        String cursor,
        Long doneRows,
        Integer attempts,
        Integer failures,
        @Nullable String lastError,
        @Nullable String instance)
        implements Serializable {}
