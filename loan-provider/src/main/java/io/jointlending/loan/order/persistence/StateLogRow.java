package io.jointlending.loan.order.persistence;

import io.jointlending.loan.order.domain.StateChange;
import java.time.LocalDateTime;

/** A row of state_log, in the order of the columns read. */
record StateLogRow(int fromStatus, int toStatus, String cause, String reference, LocalDateTime createdAt) {

    StateChange toChange() {
        return new StateChange(fromStatus, toStatus, cause, reference, UtcTime.inShanghai(createdAt));
    }
}
