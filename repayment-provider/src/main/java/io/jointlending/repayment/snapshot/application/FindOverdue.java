package io.jointlending.repayment.snapshot.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.report.ChannelOverdueDayView;
import io.jointlending.api.report.ChannelOverdueQuery;
import io.jointlending.api.report.ChannelOverdueView;
import io.jointlending.api.report.DayOverdueQuery;
import io.jointlending.repayment.snapshot.domain.OverdueDay;
import io.jointlending.repayment.snapshot.domain.PenaltySnapshots;
import io.jointlending.support.error.Refusal;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What was overdue by channel, as the snapshots of the days have it. */
public final class FindOverdue {
    private static final long MOST_DAYS = 400;

    private final PenaltySnapshots snapshots;

    /** Reads what the job has summed up. */
    public FindOverdue(PenaltySnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** The days of a channel. Code: A0400. */
    public ChannelOverdueView ofChannel(ChannelOverdueQuery query) {
        long between = ChronoUnit.DAYS.between(query.fromDate(), query.toDate());
        if (between < 0 || between >= MOST_DAYS) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    "toDate must be on or after fromDate and less than " + MOST_DAYS + " days later",
                    "toDate");
        }
        return view(snapshots.overdueOf(query.channelCode(), query.fromDate(), query.toDate()));
    }

    /** The channels of a day. */
    public ChannelOverdueView ofDay(DayOverdueQuery query) {
        return view(snapshots.overdueOn(query.businessDate()));
    }

    private static ChannelOverdueView view(List<OverdueDay> days) {
        return new ChannelOverdueView(days.stream()
                .map(day -> new ChannelOverdueDayView(
                        day.businessDate(), day.channelCode(), day.orderCount(), day.overdueFen()))
                .toList());
    }
}
