package io.jointlending.fund.route.domain;

import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalLong;

/**
 * How an institution stands when an order is routed.
 *
 * @param paused whether it was switched off by hand
 * @param hours when it is open
 * @param closed planned times without service
 * @param breakerOpen whether its calls fail at the moment
 * @param headroomFen what its quotas leave at most, in fen; empty where a quota of today is missing
 */
public record FundState(
        boolean paused, OpenHours hours, List<Closed> closed, boolean breakerOpen, OptionalLong headroomFen) {
    public FundState {
        closed = List.copyOf(closed);
    }

    /**
     * A time without service, such as maintenance or a holiday.
     *
     * @param from first moment without, Asia/Shanghai
     * @param to first moment with service again, Asia/Shanghai
     */
    public record Closed(LocalDateTime from, LocalDateTime to) {
        /** Whether a moment falls into it. */
        public boolean holds(LocalDateTime at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }
}
