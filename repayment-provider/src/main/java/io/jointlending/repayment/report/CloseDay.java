package io.jointlending.repayment.report;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.report.AccountingDayView;
import io.jointlending.api.report.CloseDayRequest;
import io.jointlending.repayment.tables.Mappers;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a business date. Bookings hold the row of their date shared until they end; closing takes it exclusively, so it waits
 * for them, and whoever comes later books on the next date.
 */
public final class CloseDay {
    static final String OPERATION = "ReportService.closeDay";

    private static final Logger LOG = LoggerFactory.getLogger(CloseDay.class);
    private static final int OPENED_AHEAD = 31;

    private final AccountingDayMapper days;
    private final Transactions transactions;
    private final IdempotentCommands commands;
    private final BusinessCalendar calendar;

    /** Closes dates of this session's database. */
    public CloseDay(
            SqlSession session, Transactions transactions, IdempotentCommands commands, BusinessCalendar calendar) {
        this.days = Mappers.of(session, AccountingDayMapper.class);
        this.transactions = transactions;
        this.commands = commands;
        this.calendar = calendar;
    }

    /** Closes the date of the request. Code: A0571. */
    public AccountingDayView run(CloseDayRequest request) {
        return commands.execute(
                CommandKey.of(OPERATION, request.requestNo()), request, AccountingDayView.class, () -> close(
                                request.businessDate(), request.operator())
                        .view());
    }

    /**
     * Closes the earliest open date up to this one; a date nobody booked on counts too.
     *
     * @return the date that was closed, or null when this date and all before it are closed
     */
    public @Nullable LocalDate next(LocalDate upTo, String operator) {
        return transactions.inTransaction(() -> {
            LocalDate date = firstOpen(upTo);
            if (date.isAfter(upTo)) {
                return null;
            }
            close(date, operator);
            return date;
        });
    }

    private AccountingDayRow close(LocalDate date, String operator) {
        if (!date.isBefore(calendar.today())) {
            throw new Refusal(
                    ErrorCodes.DAY_NOT_OVER, date + " is not over: today is " + calendar.today(), "businessDate");
        }
        LocalDate firstOpen = firstOpen(date);
        if (firstOpen.isBefore(date)) {
            throw new Refusal(ErrorCodes.DAY_NOT_OVER, firstOpen + " has to be closed before " + date, "businessDate");
        }
        AccountingDayRow row = days.lock(date);
        if (row == null) {
            days.open(List.of(date));
            row = Objects.requireNonNull(days.lock(date));
        }
        if (row.closed()) {
            return row;
        }
        if (days.close(date, operator) != 1) {
            throw new IllegalStateException("the locked date " + date + " was closed by somebody else");
        }
        days.open(Stream.iterate(date, day -> day.plusDays(1))
                .limit(1 + OPENED_AHEAD)
                .toList());
        LOG.info("business date closed date={} operator={}", date, operator);
        return Objects.requireNonNull(days.find(date));
    }

    /** Dates are closed without a gap, from the first one that has a row. */
    private LocalDate firstOpen(LocalDate date) {
        LocalDate lastClosed = days.lastClosed();
        LocalDate firstOpen = days.firstOpen();
        if (lastClosed != null && (firstOpen == null || firstOpen.isAfter(lastClosed))) {
            return lastClosed.plusDays(1);
        }
        return firstOpen == null ? date : firstOpen;
    }
}
