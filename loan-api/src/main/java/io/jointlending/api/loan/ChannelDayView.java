package io.jointlending.api.loan;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The orders that a channel brought on one day, with what had become of them when they were counted last.
 *
 * @param businessDate day on which they were submitted, Asia/Shanghai
 * @param channelCode channel, or {@link #NONE}
 * @param submittedCount orders submitted
 * @param submittedFen their amounts, in fen
 * @param lentCount of them paid out with a loan, also if it is settled or refunded by now
 * @param lentFen the amounts of those, in fen
 * @param failedCount of them failed or closed; the others still wait
 */
public record ChannelDayView(
        LocalDate businessDate,
        String channelCode,
        Long submittedCount,
        Long submittedFen,
        Long lentCount,
        Long lentFen,
        Long failedCount)
        implements Serializable {
    /** Stands for orders without a channel; no channel has this code. */
    public static final String NONE = "(none)";
}
