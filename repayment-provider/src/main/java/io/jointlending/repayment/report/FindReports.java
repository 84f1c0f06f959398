package io.jointlending.repayment.report;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.report.AccountingDayView;
import io.jointlending.api.report.DailyReportQuery;
import io.jointlending.api.report.MonthlyReportQuery;
import io.jointlending.api.report.ReportCsvView;
import io.jointlending.api.report.ReportPageView;
import io.jointlending.repayment.tables.Mappers;
import io.jointlending.support.error.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Reads daily lines; a month is the sum of its days. */
public final class FindReports {
    private final AccountingDayMapper days;
    private final DailyLineMapper lines;

    /** Reads from this session's database. */
    public FindReports(SqlSession session) {
        this.days = Mappers.of(session, AccountingDayMapper.class);
        this.lines = Mappers.of(session, DailyLineMapper.class);
    }

    /** The state of a date. */
    public AccountingDayView day(LocalDate date) {
        AccountingDayRow row = days.find(date);
        return Objects.requireNonNullElse(row, new AccountingDayRow(date, null, null, null))
                .view();
    }

    /** A page of a day. Code: A0572. */
    public ReportPageView daily(DailyReportQuery query) {
        requireReported(query.bookingDate());
        return page(daysOf(query));
    }

    /** A page of a month. */
    public ReportPageView monthly(MonthlyReportQuery query) {
        return page(monthOf(query));
    }

    /** A page of a day as CSV. Code: A0572. */
    public ReportCsvView dailyCsv(DailyReportQuery query) {
        requireReported(query.bookingDate());
        return csv(daysOf(query), "daily");
    }

    /** A page of a month as CSV. */
    public ReportCsvView monthlyCsv(MonthlyReportQuery query) {
        return csv(monthOf(query), "monthly");
    }

    private record Period(
            String name, LocalDate first, LocalDate last, @Nullable String institutionCode, int pageNo, int pageSize) {}

    private static Period daysOf(DailyReportQuery query) {
        LocalDate date = query.bookingDate();
        return new Period(date.toString(), date, date, query.institutionCode(), query.pageNo(), query.pageSize());
    }

    private static Period monthOf(MonthlyReportQuery query) {
        YearMonth month = YearMonth.parse(query.month());
        return new Period(
                query.month(),
                month.atDay(1),
                month.atEndOfMonth(),
                query.institutionCode(),
                query.pageNo(),
                query.pageSize());
    }

    private void requireReported(LocalDate date) {
        AccountingDayRow row = days.find(date);
        if (row == null || !row.reported()) {
            throw new Refusal(ErrorCodes.DAY_NOT_CLOSED, "bookingDate");
        }
    }

    private ReportPageView page(Period period) {
        List<ReportLineRow> rows = rows(period);
        return new ReportPageView(
                period.name(),
                complete(period),
                lines.count(period.institutionCode(), period.first(), period.last()),
                rows.stream().map(ReportLineRow::view).toList());
    }

    private ReportCsvView csv(Period period, String kind) {
        long total = lines.count(period.institutionCode(), period.first(), period.last());
        boolean last = (long) period.pageNo() * period.pageSize() >= total;
        String owner = period.institutionCode() == null ? "all" : period.institutionCode();
        return new ReportCsvView(
                kind + "-" + period.name() + "-" + owner + ".csv",
                complete(period),
                last,
                ReportCsv.page(period.name(), rows(period), period.pageNo() == 1));
    }

    private List<ReportLineRow> rows(Period period) {
        return lines.lines(
                period.institutionCode(),
                period.first(),
                period.last(),
                period.pageSize(),
                (period.pageNo() - 1L) * period.pageSize());
    }

    private boolean complete(Period period) {
        long length = period.last().toEpochDay() - period.first().toEpochDay() + 1;
        return days.reported(period.first(), period.last()) == length;
    }
}
