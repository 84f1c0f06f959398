package io.jointlending.repayment;

import io.jointlending.api.approval.Actions;
import io.jointlending.api.audit.LedgerAuditService;
import io.jointlending.api.message.ApprovalGranted;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.StatementPage;
import io.jointlending.api.reconciliation.CloseDifferenceRequest;
import io.jointlending.api.reconciliation.ReconciliationService;
import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.api.repayment.WaiveRequest;
import io.jointlending.api.repayment.WriteOffRequest;
import io.jointlending.api.report.ReportService;
import io.jointlending.repayment.audit.AuditBacklog;
import io.jointlending.repayment.audit.AuditBooks;
import io.jointlending.repayment.audit.AuditDay;
import io.jointlending.repayment.audit.AuditOrders;
import io.jointlending.repayment.audit.LedgerAuditRpc;
import io.jointlending.repayment.reconciliation.CompareFile;
import io.jointlending.repayment.reconciliation.DifferenceBacklog;
import io.jointlending.repayment.reconciliation.Differences;
import io.jointlending.repayment.reconciliation.ReceiveFile;
import io.jointlending.repayment.reconciliation.ReconcileReceived;
import io.jointlending.repayment.reconciliation.ReconciliationRpc;
import io.jointlending.repayment.reconciliation.StatementListener;
import io.jointlending.repayment.report.CloseBooks;
import io.jointlending.repayment.report.CloseDay;
import io.jointlending.repayment.report.FindReports;
import io.jointlending.repayment.report.MakeDailyLines;
import io.jointlending.repayment.report.ReportRpc;
import io.jointlending.support.approval.ApprovedChange;
import io.jointlending.support.approval.CarryOutApproved;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.job.Job;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.ibatis.session.SqlSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Closing of dates, reports to institutions, reconciliation and the internal audit. */
@Configuration(proxyBeanMethods = false)
class ReportWiring {
    private static final Duration DAILY_LINES_IDLE = Duration.ofSeconds(10);
    private static final Duration RECONCILIATION_IDLE = Duration.ofSeconds(5);

    @Bean
    CloseDay closeDay(
            SqlSession session, Transactions transactions, IdempotentCommands commands, BusinessCalendar calendar) {
        return new CloseDay(session, transactions, commands, calendar);
    }

    @Bean
    MakeDailyLines makeDailyLines(SqlSession session, Transactions transactions, IdempotentCommands commands) {
        return new MakeDailyLines(session, transactions, commands);
    }

    @Bean
    @DubboService(version = "1.0.0")
    ReportService reportService(
            CloseDay closeDay, MakeDailyLines makeDailyLines, SqlSession session, IdempotentCommands commands) {
        return new ReportRpc(closeDay, makeDailyLines, new FindReports(session), commands);
    }

    @Bean
    AuditOrders auditOrders(
            SqlSession session, Transactions transactions, IdempotentCommands commands, BusinessCalendar calendar) {
        return new AuditOrders(session, transactions, commands, calendar);
    }

    @Bean
    AuditDay auditDay(SqlSession session, AuditOrders auditOrders) {
        return new AuditDay(session, auditOrders);
    }

    @Bean
    AuditBacklog auditBacklog(SqlSession session, MeterRegistry meters) {
        return new AuditBacklog(session, meters);
    }

    @Bean
    @DubboService(version = "1.0.0")
    LedgerAuditService ledgerAuditService(AuditOrders auditOrders, IdempotentCommands commands) {
        return new LedgerAuditRpc(auditOrders, commands);
    }

    @Bean
    Job closeBooks(CloseDay closeDay) {
        return new CloseBooks(closeDay);
    }

    @Bean
    Job auditBooks(AuditDay auditDay) {
        return new AuditBooks(auditDay);
    }

    /** Whoever closed a date, its lines are made at once. */
    @Bean
    Sweeper dailyLinesSweeper(MakeDailyLines makeDailyLines) {
        return new Sweeper("daily-lines", DAILY_LINES_IDLE, () -> {
            LocalDate due = makeDailyLines.due();
            if (due == null) {
                return 0;
            }
            makeDailyLines.step(due);
            return 1;
        });
    }

    @Bean
    ReceiveFile receiveFile(SqlSession session, IdempotentCommands commands, BusinessCalendar calendar) {
        return new ReceiveFile(session, commands, calendar);
    }

    @Bean
    Subscription<StatementPage> statementPages(ReceiveFile receiveFile) {
        return StatementListener.subscription(receiveFile);
    }

    @Bean
    CompareFile compareFile(
            SqlSession session, Transactions transactions, IdempotentCommands commands, BusinessCalendar calendar) {
        return new CompareFile(session, transactions, commands, calendar);
    }

    @Bean
    Sweeper reconciliationSweeper(CompareFile compareFile) {
        return new Sweeper("reconciliation", RECONCILIATION_IDLE, compareFile::step);
    }

    @Bean
    Job reconcileReceived(CompareFile compareFile) {
        return new ReconcileReceived(compareFile);
    }

    @Bean
    DifferenceBacklog differenceBacklog(SqlSession session, MeterRegistry meters) {
        return new DifferenceBacklog(session, meters);
    }

    /** What two persons agreed on in channel-admin-provider. */
    @Bean
    CarryOutApproved carryOutApproved(
            ReconciliationService reconciliation,
            RepaymentService repayments,
            ProviderProperties properties,
            Transactions transactions,
            Outbox outbox) {
        return new CarryOutApproved(
                properties.application(),
                MessageTypes.TOPIC_REPAYMENT,
                List.of(
                        new ApprovedChange<>(
                                Actions.CLOSE_DIFFERENCE,
                                CloseDifferenceRequest.class,
                                reconciliation::closeDifference),
                        new ApprovedChange<>(Actions.WAIVE, WaiveRequest.class, repayments::waive),
                        new ApprovedChange<>(Actions.WRITE_OFF, WriteOffRequest.class, repayments::writeOff)),
                transactions,
                outbox);
    }

    @Bean
    Subscription<ApprovalGranted> approvals(CarryOutApproved carryOut) {
        return carryOut.subscription();
    }

    @Bean
    MessageType approvalExecuted() {
        return MessageType.of(MessageTypes.TOPIC_REPAYMENT, MessageTypes.APPROVAL_EXECUTED);
    }

    @Bean
    @DubboService(version = "1.0.0")
    ReconciliationService reconciliationService(
            ReceiveFile receiveFile,
            CompareFile compareFile,
            SqlSession session,
            IdempotentCommands commands,
            BusinessCalendar calendar) {
        return new ReconciliationRpc(
                receiveFile, compareFile, new Differences(session, commands, calendar), session, commands);
    }
}
