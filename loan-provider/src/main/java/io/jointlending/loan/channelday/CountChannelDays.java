package io.jointlending.loan.channelday;

import io.jointlending.support.job.Job;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Counts the orders of yesterday by channel, and those of the six days before again, because their payments may have ended since. One
 * date a step: what a step has counted stays when the next one fails, and counting a date again gives what is true then.
 */
public final class CountChannelDays implements Job {
    private static final LocalTime FROM = LocalTime.of(0, 20);
    private static final int DAYS = 7;

    private final ChannelDays days;

    /** Counts by this store. */
    public CountChannelDays(ChannelDays days) {
        this.days = days;
    }

    @Override
    public String name() {
        return "channel-days";
    }

    @Override
    public LocalTime from() {
        return FROM;
    }

    @Override
    public Step step(Slice slice) {
        LocalDate yesterday = slice.businessDate().minusDays(1);
        LocalDate date = slice.cursor().isEmpty() ? yesterday.minusDays(DAYS - 1) : LocalDate.parse(slice.cursor());
        int channels = days.count(date);
        return date.equals(yesterday)
                ? Step.done(channels)
                : Step.next(date.plusDays(1).toString(), channels);
    }
}
