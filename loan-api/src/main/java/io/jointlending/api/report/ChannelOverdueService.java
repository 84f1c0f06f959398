package io.jointlending.api.report;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/**
 * What is overdue on the orders of channels (渠道) at the end of each business day, summed up while the snapshot of that day is taken.
 * A day without a line had nothing overdue, or its snapshot is not taken.
 */
public interface ChannelOverdueService {
    /** The days of one channel, by date. Code: A0400 more than 400 days, or none. */
    @Query
    @RequirePermission(value = Permissions.CHANNEL_DAYS_READ, ownChannel = true)
    RpcResult<ChannelOverdueView> findChannelOverdue(ChannelOverdueQuery query);

    /** One day of all channels, by code, at most 1000; orders without a channel stand under {@link ChannelOverdueDayView#NONE}. */
    @Query
    @RequirePermission(Permissions.CHANNEL_DAYS_READ)
    RpcResult<ChannelOverdueView> findDayOverdue(DayOverdueQuery query);
}
