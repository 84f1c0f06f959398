package io.jointlending.loan.channelday;

/** The orders of one channel that were submitted on one day, as they stand now. */
record ChannelDayRow(
        String channelCode, Long submittedCount, Long submittedFen, Long lentCount, Long lentFen, Long failedCount) {}
