package io.jointlending.loan.channelday;

import io.jointlending.api.loan.ChannelDayView;
import io.jointlending.loan.sql.Mappers;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** Orders of a day by channel, counted anew as often as wanted. */
public final class ChannelDays {
    private static final DateTimeFormatter PREFIX = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int BATCH = 500;

    private final ChannelDayMapper mapper;

    /** Counts the tables {@code loan_order} and {@code loan_order_archive} into {@code channel_day}. */
    public ChannelDays(SqlSession session) {
        this.mapper = Mappers.of(session, ChannelDayMapper.class);
    }

    /** Counts the orders submitted on a date and replaces what was counted before. Answers the number of channels. */
    int count(LocalDate date) {
        List<ChannelDayRow> rows = mapper.count(PREFIX.format(date), PREFIX.format(date.plusDays(1)));
        for (int from = 0; from < rows.size(); from += BATCH) {
            mapper.put(date, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
        return rows.size();
    }

    List<ChannelDayView> ofChannel(String channelCode, LocalDate from, LocalDate to) {
        return mapper.ofChannel(channelCode, from, to);
    }

    List<ChannelDayView> ofDay(LocalDate date) {
        return mapper.ofDay(date);
    }
}
