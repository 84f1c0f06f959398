package io.jointlending.api.loan;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** What channels (渠道) brought, by the business day on which orders were submitted. Counted after the end of each day. */
public interface ChannelReportService {
    /** The days of one channel, by date. Code: A0400 more than 400 days, or none. */
    @Query
    @RequirePermission(value = Permissions.CHANNEL_DAYS_READ, ownChannel = true)
    RpcResult<ChannelDaysView> findChannelDays(ChannelDaysQuery query);

    /** One day of all channels, by code, at most 1000; orders without a channel stand under {@link ChannelDayView#NONE}. */
    @Query
    @RequirePermission(Permissions.CHANNEL_DAYS_READ)
    RpcResult<ChannelDaysView> findDayOfChannels(DayOfChannelsQuery query);
}
