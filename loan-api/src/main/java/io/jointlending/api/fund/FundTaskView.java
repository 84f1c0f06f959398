package io.jointlending.api.fund;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A flow that runs with an institution.
 *
 * @param taskNo number
 * @param channel our integration with the institution
 * @param behaviour what it is asked for
 * @param bizNo number under which the institution knows it
 * @param attempt 1, 2, …
 * @param orderNo master order, or null
 * @param flow definition it follows
 * @param flowVersion version it is pinned to
 * @param status 1 open, 2 running, 7 success, 8 rejected, 9 manual
 * @param step step it stands at
 * @param phase SENDING, WAITING, AWAITING or ENDED
 * @param requestNo request that is under way or comes next, or null
 * @param touched true when anything may have left for the institution
 * @param ageMs milliseconds since it was made
 * @param reason why it ended or waits, or null
 */
public record FundTaskView(
        String taskNo,
        String channel,
        String behaviour,
        String bizNo,
        Integer attempt,
        @Nullable String orderNo,
        String flow,
        Integer flowVersion,
        Integer status,
        String step,
        String phase,
        @Nullable String requestNo,
        Boolean touched,
        Long ageMs,
        @Nullable String reason)
        implements Serializable {}
