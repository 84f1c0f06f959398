package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.tables.Mappers;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/**
 * Business dates in the table {@code accounting_day}. Closing opens the dates of the next month ahead, so that a booking
 * finds its row there; only the very first one has to write it.
 */
final class BookingDays {
    private static final int MOST_CLOSED_AHEAD = 31;

    private final BookingDayMapper days;

    /** Dates of this session's database. */
    BookingDays(SqlSession session) {
        this.days = Mappers.of(session, BookingDayMapper.class);
    }

    /** The first date from this one on that is not closed, locked against closing until the transaction ends. */
    LocalDate hold(LocalDate today) {
        for (int ahead = 0; ahead <= MOST_CLOSED_AHEAD; ahead++) {
            LocalDate date = today.plusDays(ahead);
            Boolean closed = days.closed(date);
            if (closed == null) {
                days.open(List.of(date));
                closed = days.closed(date);
            }
            if (Boolean.FALSE.equals(closed)) {
                return date;
            }
        }
        throw new IllegalStateException("the dates from " + today + " on are closed for more than " + MOST_CLOSED_AHEAD
                + " days: the business calendar was moved back");
    }
}
