package io.jointlending.repayment.report;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.report.AccountingDayQuery;
import io.jointlending.api.report.AccountingDayView;
import io.jointlending.api.report.CloseDayRequest;
import io.jointlending.api.report.DailyReportQuery;
import io.jointlending.api.report.MonthlyReportQuery;
import io.jointlending.api.report.ReportCsvView;
import io.jointlending.api.report.ReportPageView;
import io.jointlending.api.report.ReportService;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** The contract of reports: each method is one use case. */
public final class ReportRpc implements ReportService {
    private final CloseDay closeDay;
    private final MakeDailyLines makeDailyLines;
    private final FindReports findReports;
    private final IdempotentCommands commands;

    /** The contract over these use cases. */
    public ReportRpc(
            CloseDay closeDay, MakeDailyLines makeDailyLines, FindReports findReports, IdempotentCommands commands) {
        this.closeDay = closeDay;
        this.makeDailyLines = makeDailyLines;
        this.findReports = findReports;
        this.commands = commands;
    }

    @Override
    public RpcResult<AccountingDayView> closeDay(CloseDayRequest request) {
        return RpcResult.ok(closeDay.run(request));
    }

    @Override
    public RpcResult<AccountingDayView> queryCloseDayByRequestNo(RequestNoQuery query) {
        return stored(CloseDay.OPERATION, query);
    }

    @Override
    public RpcResult<AccountingDayView> remakeDaily(CloseDayRequest request) {
        return RpcResult.ok(makeDailyLines.again(request));
    }

    @Override
    public RpcResult<AccountingDayView> queryRemakeDailyByRequestNo(RequestNoQuery query) {
        return stored(MakeDailyLines.OPERATION, query);
    }

    @Override
    public RpcResult<AccountingDayView> findDay(AccountingDayQuery query) {
        return RpcResult.ok(findReports.day(query.businessDate()));
    }

    @Override
    public RpcResult<ReportPageView> findDaily(DailyReportQuery query) {
        return RpcResult.ok(findReports.daily(query));
    }

    @Override
    public RpcResult<ReportPageView> findMonthly(MonthlyReportQuery query) {
        return RpcResult.ok(findReports.monthly(query));
    }

    @Override
    public RpcResult<ReportCsvView> exportDaily(DailyReportQuery query) {
        return RpcResult.ok(findReports.dailyCsv(query));
    }

    @Override
    public RpcResult<ReportCsvView> exportMonthly(MonthlyReportQuery query) {
        return RpcResult.ok(findReports.monthlyCsv(query));
    }

    private RpcResult<AccountingDayView> stored(String operation, RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(operation, query.requestNo()), AccountingDayView.class));
    }
}
