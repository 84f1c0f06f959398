package io.jointlending.repayment;

import io.jointlending.api.repayment.CollectionService;
import io.jointlending.api.repayment.SandboxCollectionService;
import io.jointlending.api.report.ChannelOverdueService;
import io.jointlending.repayment.collection.application.CloseAttempts;
import io.jointlending.repayment.collection.application.CollectDue;
import io.jointlending.repayment.collection.application.CollectOrder;
import io.jointlending.repayment.collection.application.FindAttempt;
import io.jointlending.repayment.collection.application.WatchCollections;
import io.jointlending.repayment.collection.domain.CollectionAttempts;
import io.jointlending.repayment.collection.persistence.CollectionBacklog;
import io.jointlending.repayment.collection.persistence.MyBatisCollectionAttempts;
import io.jointlending.repayment.collection.rpc.CollectionRpc;
import io.jointlending.repayment.collection.sandbox.SandboxCollectionRpc;
import io.jointlending.repayment.collection.sandbox.SandboxDeductions;
import io.jointlending.repayment.due.domain.DueOrders;
import io.jointlending.repayment.due.persistence.MyBatisDueOrders;
import io.jointlending.repayment.guard.application.CheckSkippedPeriods;
import io.jointlending.repayment.guard.persistence.MyBatisLedgerAlerts;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.purge.PurgeOld;
import io.jointlending.repayment.quote.application.ComputeQuote;
import io.jointlending.repayment.quote.application.PrecomputeQuotes;
import io.jointlending.repayment.quote.application.QuoteRepayment;
import io.jointlending.repayment.quote.application.StoredQuotes;
import io.jointlending.repayment.repay.application.Repay;
import io.jointlending.repayment.snapshot.application.FindOverdue;
import io.jointlending.repayment.snapshot.application.SnapshotPenalties;
import io.jointlending.repayment.snapshot.domain.PenaltySnapshots;
import io.jointlending.repayment.snapshot.persistence.MyBatisPenaltySnapshots;
import io.jointlending.repayment.snapshot.rpc.ChannelOverdueRpc;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.job.Job;
import io.jointlending.support.payment.PaymentGateway;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.ibatis.session.SqlSession;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The jobs of repayment-provider. */
@Configuration(proxyBeanMethods = false)
class JobsWiring {
    private static final Duration WATCH_IDLE = Duration.ofMinutes(5);
    private static final Duration QUERY_IDLE = Duration.ofSeconds(2);

    @Bean
    PenaltySnapshots penaltySnapshots(SqlSession session) {
        return new MyBatisPenaltySnapshots(session);
    }

    @Bean
    Job penaltySnapshot(PenaltySnapshots snapshots) {
        return new SnapshotPenalties(snapshots);
    }

    @Bean
    @DubboService(version = "1.0.0")
    ChannelOverdueService channelOverdueService(PenaltySnapshots snapshots) {
        return new ChannelOverdueRpc(new FindOverdue(snapshots));
    }

    @Bean
    DueOrders dueOrders(SqlSession session) {
        return new MyBatisDueOrders(session);
    }

    @Bean
    Job precomputeQuotes(DueOrders due, ComputeQuote compute, StoredQuotes quotes, Transactions transactions) {
        return PrecomputeQuotes.job(due, compute, quotes, transactions);
    }

    @Bean
    FunctionCounter quotesAsked(QuoteRepayment quotes, MeterRegistry meters) {
        return FunctionCounter.builder("jl.quote.asked", quotes, QuoteRepayment::asked)
                .description("quotes asked for in this instance")
                .register(meters);
    }

    @Bean
    FunctionCounter quotesComputed(QuoteRepayment quotes, MeterRegistry meters) {
        return FunctionCounter.builder("jl.quote.computed", quotes, QuoteRepayment::computed)
                .description("quotes that had to be computed for that")
                .register(meters);
    }

    @Bean
    Job checkSkippedPeriods(SqlSession session, Ledgers ledgers, Transactions transactions, MeterRegistry meters) {
        return new CheckSkippedPeriods(new MyBatisLedgerAlerts(session, meters), ledgers, transactions).job();
    }

    @Bean
    Job purgeSnapshots(SqlSession session, Environment environment) {
        return PurgeOld.snapshots(session, days(environment, "jl.retention.penalty-snapshot-days", 800));
    }

    @Bean
    Job purgeAttempts(SqlSession session, Environment environment) {
        return PurgeOld.attempts(session, days(environment, "jl.retention.collection-attempt-days", 800));
    }

    private static int days(Environment environment, String key, int otherwise) {
        return environment.getProperty(key, Integer.class, otherwise);
    }

    // Collection. Until a payment system is connected there is the sandbox, in development only: in production
    // nothing is collected, and repay books what comes.

    @Bean
    @ConditionalOnProperty(name = "jl.development", havingValue = "true")
    SandboxDeductions paymentGateway(SqlSession session) {
        return new SandboxDeductions(session);
    }

    @Bean
    @ConditionalOnProperty(name = "jl.development", havingValue = "true")
    @DubboService(version = "1.0.0")
    SandboxCollectionService sandboxCollectionService(SandboxDeductions sandbox) {
        return new SandboxCollectionRpc(sandbox);
    }

    @Bean
    CollectionAttempts collectionAttempts(SqlSession session) {
        return new MyBatisCollectionAttempts(session);
    }

    @Bean
    CollectionBacklog collectionBacklog(SqlSession session, MeterRegistry meters) {
        return new CollectionBacklog(session, meters);
    }

    @Bean
    @DubboService(version = "1.0.0")
    CollectionService collectionService(CollectionAttempts attempts) {
        return new CollectionRpc(new FindAttempt(attempts));
    }

    @Bean
    @ConditionalOnProperty(name = "jl.development", havingValue = "true")
    CollectOrder collectOrder(
            CollectionAttempts attempts,
            QuoteRepayment quotes,
            PaymentGateway gateway,
            Repay repay,
            Transactions transactions,
            SqlSession session) {
        return new CollectOrder(attempts, quotes, gateway, repay, transactions, new Alarms(session));
    }

    @Bean
    Sweeper collectionWatch(
            CollectionAttempts attempts, Transactions transactions, SqlSession session, BusinessCalendar calendar) {
        WatchCollections watch = new WatchCollections(attempts, transactions, new Alarms(session), calendar);
        return new Sweeper("collection-watch", WATCH_IDLE, watch::round);
    }

    @Bean
    @ConditionalOnProperty(name = "jl.development", havingValue = "true")
    Job collectDue(DueOrders due, CollectOrder collectOrder, Transactions transactions, BusinessCalendar calendar) {
        return CollectDue.job(due, collectOrder, transactions, calendar);
    }

    @Bean
    @ConditionalOnProperty(name = "jl.development", havingValue = "true")
    Sweeper collectionQueries(
            CollectionAttempts attempts,
            CollectOrder collectOrder,
            Transactions transactions,
            BusinessCalendar calendar) {
        CloseAttempts close = new CloseAttempts(attempts, collectOrder, transactions, calendar);
        return new Sweeper("collection-queries", QUERY_IDLE, close::run);
    }
}
