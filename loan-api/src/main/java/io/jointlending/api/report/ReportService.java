package io.jointlending.api.report;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/**
 * Closing of business dates, and daily and monthly lines per institution. Reports are made from split lines by their booking
 * date, once the date is closed; a month is the sum of its days.
 */
public interface ReportService {
    /**
     * Closes a date: bookings that still run are waited for, later ones get the next open date. Closing a closed date changes
     * nothing. The daily lines are made afterwards, see {@link AccountingDayView}.
     *
     * <p>Codes: A0571 the date is not over, or an earlier one is still open.
     */
    @Command
    RpcResult<AccountingDayView> closeDay(CloseDayRequest request);

    /** The stored answer of {@link #closeDay}. */
    @Query
    RpcResult<AccountingDayView> queryCloseDayByRequestNo(RequestNoQuery query);

    /**
     * Makes the daily lines of a date again, from the same split lines: they come out the same unless split lines were mended.
     * Until they are complete the date is CLOSED, not REPORTED. Code: A0572 they were never made.
     */
    @Command
    RpcResult<AccountingDayView> remakeDaily(CloseDayRequest request);

    /** The stored answer of {@link #remakeDaily}. */
    @Query
    RpcResult<AccountingDayView> queryRemakeDailyByRequestNo(RequestNoQuery query);

    /** The state of a date; OPEN when nothing is known of it. */
    @Query
    @RequirePermission(Permissions.REPORT_READ)
    RpcResult<AccountingDayView> findDay(AccountingDayQuery query);

    /** The lines of a date. Code: A0572 while they are not made. */
    @Query
    @RequirePermission(Permissions.REPORT_READ)
    RpcResult<ReportPageView> findDaily(DailyReportQuery query);

    /** The lines of a month as far as its dates are reported. */
    @Query
    @RequirePermission(Permissions.REPORT_READ)
    RpcResult<ReportPageView> findMonthly(MonthlyReportQuery query);

    /** The lines of a date as CSV. Code: A0572 while they are not made. */
    @Query
    @RequirePermission(Permissions.REPORT_READ)
    RpcResult<ReportCsvView> exportDaily(DailyReportQuery query);

    /** The lines of a month as CSV, as far as its dates are reported. */
    @Query
    @RequirePermission(Permissions.REPORT_READ)
    RpcResult<ReportCsvView> exportMonthly(MonthlyReportQuery query);
}
