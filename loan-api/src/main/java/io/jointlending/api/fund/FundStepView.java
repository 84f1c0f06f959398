package io.jointlending.api.fund;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One event of a task.
 *
 * @param seq 1, 2, …
 * @param step step it stood at
 * @param kind SENT, CALLBACK, TIMER, HELD or MANUAL
 * @param state S sent without a result, R replied, L lost, N not sent, A applied
 * @param requestNo request number of a send, or null
 * @param category meaning of the answer, or null
 * @param httpStatus of the answer, or null
 * @param elapsedMs time of the call, or null
 * @param event what happened, in words, without personal data
 */
public record FundStepView(
        Integer seq,
        String step,
        String kind,
        String state,
        @Nullable String requestNo,
        @Nullable String category,
        @Nullable Integer httpStatus,
        @Nullable Integer elapsedMs,
        String event)
        implements Serializable {}
