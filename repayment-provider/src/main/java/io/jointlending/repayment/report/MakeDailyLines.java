package io.jointlending.repayment.report;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.report.AccountingDayView;
import io.jointlending.api.report.CloseDayRequest;
import io.jointlending.repayment.tables.Mappers;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the daily lines of a closed date from its split lines and nothing else. A step adds up the lines of some orders of one
 * institution and remembers the last of them in the same transaction, so it can stop anywhere, and no line counts twice.
 */
public final class MakeDailyLines {
    static final String OPERATION = "ReportService.remakeDaily";

    private static final Logger LOG = LoggerFactory.getLogger(MakeDailyLines.class);
    /** A step adds up so many lines, and the rest of those of its last order. */
    private static final int LINES_PER_STEP = 2_000;

    private final AccountingDayMapper days;
    private final DailyLineMapper lines;
    private final Transactions transactions;
    private final IdempotentCommands commands;
    private final int linesPerStep;

    /** Makes the lines of this session's database. */
    public MakeDailyLines(SqlSession session, Transactions transactions, IdempotentCommands commands) {
        this(session, transactions, commands, LINES_PER_STEP);
    }

    MakeDailyLines(SqlSession session, Transactions transactions, IdempotentCommands commands, int linesPerStep) {
        this.days = Mappers.of(session, AccountingDayMapper.class);
        this.lines = Mappers.of(session, DailyLineMapper.class);
        this.transactions = transactions;
        this.commands = commands;
        this.linesPerStep = linesPerStep;
    }

    /** The earliest date that is closed without its lines, or null. */
    public @Nullable LocalDate due() {
        return days.firstUnreported();
    }

    /**
     * One bounded step. Code: A0572 when the date is not closed.
     *
     * @return true when the lines of the date are complete
     */
    public boolean step(LocalDate date) {
        return transactions.inTransaction(() -> {
            // instances take turns; a booking looks at a closed date only in passing
            AccountingDayRow day = days.lock(date);
            if (day == null || !day.closed()) {
                throw notClosed(date);
            }
            if (day.reported()) {
                return true;
            }
            InstitutionDayRow row = lines.building(date);
            if (row != null) {
                addUp(date, row);
                return false;
            }
            String next = lines.institutionAfter(Objects.requireNonNullElse(lines.lastInstitution(date), ""));
            if (next != null) {
                lines.begin(date, next);
                return false;
            }
            if (days.report(date) != 1) {
                throw new IllegalStateException("the locked date " + date + " was reported by somebody else");
            }
            LOG.info("daily lines complete date={}", date);
            return true;
        });
    }

    /** Begins anew with the lines of a reported date; the steps follow. Code: A0572. */
    public AccountingDayView again(CloseDayRequest request) {
        LocalDate date = request.businessDate();
        return commands.execute(CommandKey.of(OPERATION, request.requestNo()), request, AccountingDayView.class, () -> {
            AccountingDayRow day = days.lock(date);
            if (day == null || !day.reported()) {
                throw notClosed(date);
            }
            days.unreport(date);
            lines.clear(date);
            lines.beginAgain(date);
            LOG.info("daily lines begin anew date={} operator={}", date, request.operator());
            return Objects.requireNonNull(days.find(date)).view();
        });
    }

    private void addUp(LocalDate date, InstitutionDayRow row) {
        List<String> orders = lines.nextOrders(date, row, linesPerStep);
        boolean ended = orders.size() < linesPerStep;
        String upTo = orders.isEmpty() ? row.lastOrderNo() : orders.get(orders.size() - 1);
        if (!orders.isEmpty()) {
            lines.add(row.institutionCode(), date, lines.sums(date, row, upTo));
        }
        if (lines.proceed(date, row, upTo, ended ? "READY" : "BUILDING") != 1) {
            throw new IllegalStateException("the lines of " + row + " on " + date + " were made by somebody else");
        }
    }

    private static Refusal notClosed(LocalDate date) {
        return new Refusal(ErrorCodes.DAY_NOT_CLOSED, date + " is not closed or not reported", "businessDate");
    }
}
