package io.jointlending.loan.channelday;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.ChannelDaysQuery;
import io.jointlending.api.loan.ChannelDaysView;
import io.jointlending.api.loan.ChannelReportService;
import io.jointlending.api.loan.DayOfChannelsQuery;
import io.jointlending.support.error.Refusal;
import java.time.temporal.ChronoUnit;

/** The door for what channels brought. */
public final class ChannelReportRpc implements ChannelReportService {
    private static final long MOST_DAYS = 400;

    private final ChannelDays days;

    /** Reads what the job has counted. */
    public ChannelReportRpc(ChannelDays days) {
        this.days = days;
    }

    @Override
    public RpcResult<ChannelDaysView> findChannelDays(ChannelDaysQuery query) {
        long between = ChronoUnit.DAYS.between(query.fromDate(), query.toDate());
        if (between < 0 || between >= MOST_DAYS) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    "toDate must be on or after fromDate and less than " + MOST_DAYS + " days later",
                    "toDate");
        }
        return RpcResult.ok(new ChannelDaysView(days.ofChannel(query.channelCode(), query.fromDate(), query.toDate())));
    }

    @Override
    public RpcResult<ChannelDaysView> findDayOfChannels(DayOfChannelsQuery query) {
        return RpcResult.ok(new ChannelDaysView(days.ofDay(query.businessDate())));
    }
}
