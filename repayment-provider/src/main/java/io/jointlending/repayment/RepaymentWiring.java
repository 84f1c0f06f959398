package io.jointlending.repayment;

import io.jointlending.api.loan.LoanService;
import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.SubOrdersCreated;
import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.repayment.ledger.application.EnsureLedger;
import io.jointlending.repayment.ledger.application.FindLedger;
import io.jointlending.repayment.ledger.application.OpenLedger;
import io.jointlending.repayment.ledger.application.OpenSubLedgers;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.messaging.LedgerSubscriptions;
import io.jointlending.repayment.ledger.persistence.MyBatisLedgers;
import io.jointlending.repayment.quote.application.ComputeQuote;
import io.jointlending.repayment.quote.application.QuotePayOff;
import io.jointlending.repayment.quote.application.QuoteRepayment;
import io.jointlending.repayment.quote.application.StoredQuotes;
import io.jointlending.repayment.quote.persistence.MyBatisStoredQuotes;
import io.jointlending.repayment.repay.application.FindRepayment;
import io.jointlending.repayment.repay.application.FindSplit;
import io.jointlending.repayment.repay.application.FindSuspense;
import io.jointlending.repayment.repay.application.Repay;
import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.repayment.repay.persistence.MyBatisSuspenseAccounts;
import io.jointlending.repayment.repay.rpc.RepaymentCommands;
import io.jointlending.repayment.repay.rpc.RepaymentQueries;
import io.jointlending.repayment.repay.rpc.RepaymentRpc;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import io.jointlending.support.wiring.RemoteSessionsWiring;
import io.jointlending.support.wiring.SupportWiring;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.apache.ibatis.session.SqlSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The object graph of repayment-provider, readable top to bottom. */
@Configuration(proxyBeanMethods = false)
@Import({SupportWiring.class, RemoteSessionsWiring.class, JobsWiring.class, ReportWiring.class})
public class RepaymentWiring {
    @Bean
    @DubboReference(version = "1.0.0", check = false)
    ReferenceBean<LoanService> loanService() {
        return new ReferenceBean<>();
    }

    @Bean
    Ledgers ledgers(SqlSession session) {
        return new MyBatisLedgers(session);
    }

    @Bean
    SuspenseAccounts suspenseAccounts(SqlSession session) {
        return new MyBatisSuspenseAccounts(session);
    }

    @Bean
    OpenLedger openLedger(Ledgers ledgers, Transactions transactions) {
        return new OpenLedger(ledgers, transactions);
    }

    @Bean
    EnsureLedger ensureLedger(Ledgers ledgers, OpenLedger openLedger, LoanService loans) {
        return new EnsureLedger(ledgers, openLedger, loans);
    }

    @Bean
    MessageType repaymentPosted() {
        return MessageType.of(MessageTypes.TOPIC_REPAYMENT, MessageTypes.REPAYMENT_POSTED);
    }

    @Bean
    MessageType repaymentReversed() {
        return MessageType.of(MessageTypes.TOPIC_REPAYMENT, MessageTypes.REPAYMENT_REVERSED);
    }

    @Bean
    MessageType masterOrderSettled() {
        return MessageType.of(MessageTypes.TOPIC_REPAYMENT, MessageTypes.MASTER_ORDER_SETTLED);
    }

    @Bean
    OpenSubLedgers openSubLedgers(
            Ledgers ledgers, Transactions transactions, Outbox outbox, BusinessCalendar calendar) {
        return new OpenSubLedgers(ledgers, transactions, outbox, calendar);
    }

    @Bean
    Subscription<MasterOrderActivated> activatedSubscription(OpenLedger openLedger) {
        return LedgerSubscriptions.activated(openLedger);
    }

    @Bean
    Subscription<SubOrdersCreated> subOrdersSubscription(OpenSubLedgers openSubLedgers) {
        return LedgerSubscriptions.subOrdersCreated(openSubLedgers);
    }

    @Bean
    StoredQuotes storedQuotes(SqlSession session) {
        return new MyBatisStoredQuotes(session);
    }

    @Bean
    ComputeQuote computeQuote(Ledgers ledgers, Transactions transactions) {
        return new ComputeQuote(ledgers, transactions);
    }

    @Bean
    QuoteRepayment quoteRepayment(
            EnsureLedger ensureLedger, StoredQuotes quotes, ComputeQuote computeQuote, BusinessCalendar calendar) {
        return new QuoteRepayment(ensureLedger, quotes, computeQuote, calendar);
    }

    @Bean
    RepaymentCommands repaymentCommands(
            EnsureLedger ensureLedger,
            Ledgers ledgers,
            SuspenseAccounts suspense,
            OrderNumbers numbers,
            IdempotentCommands commands,
            Outbox outbox,
            BusinessCalendar calendar) {
        return RepaymentCommands.on(ensureLedger, ledgers, suspense, numbers, commands, outbox, calendar);
    }

    @Bean
    Repay repay(RepaymentCommands commands) {
        return commands.repay();
    }

    @Bean
    QuotePayOff quotePayOff(
            EnsureLedger ensureLedger, Ledgers ledgers, Transactions transactions, BusinessCalendar calendar) {
        return new QuotePayOff(ensureLedger, ledgers, transactions, calendar);
    }

    @Bean
    FindLedger findLedger(EnsureLedger ensureLedger, Ledgers ledgers, Transactions transactions) {
        return new FindLedger(ensureLedger, ledgers, transactions);
    }

    @Bean
    @DubboService(version = "1.0.0")
    RepaymentService repaymentService(
            QuoteRepayment quote,
            QuotePayOff quotePayOff,
            IdempotentCommands answers,
            FindLedger findLedger,
            SuspenseAccounts suspense,
            Ledgers ledgers,
            RepaymentCommands commands) {
        return new RepaymentRpc(
                new RepaymentQueries(
                        quote,
                        quotePayOff,
                        new FindRepayment(answers),
                        findLedger,
                        new FindSuspense(suspense),
                        new FindSplit(ledgers)),
                commands);
    }
}
