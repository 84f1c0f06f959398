package io.jointlending.loan;

import io.jointlending.api.loan.BorrowerFactsService;
import io.jointlending.api.loan.BorrowerOrderService;
import io.jointlending.api.loan.BorrowerService;
import io.jointlending.api.loan.LoanService;
import io.jointlending.api.loan.OrderCountService;
import io.jointlending.api.loan.PaymentCallbackService;
import io.jointlending.api.loan.SandboxPaymentService;
import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.RepaymentPosted;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.loan.borrower.application.ActivateBorrower;
import io.jointlending.loan.borrower.application.BorrowerActivation;
import io.jointlending.loan.borrower.application.FindBorrower;
import io.jointlending.loan.borrower.application.FindFacts;
import io.jointlending.loan.borrower.domain.Borrowers;
import io.jointlending.loan.borrower.domain.CreditLines;
import io.jointlending.loan.borrower.persistence.MyBatisBorrowers;
import io.jointlending.loan.borrower.persistence.MyBatisCreditLines;
import io.jointlending.loan.borrower.persistence.PersonalDataCipher;
import io.jointlending.loan.borrower.persistence.PersonalDataKeys;
import io.jointlending.loan.borrower.rpc.BorrowerFactsRpc;
import io.jointlending.loan.borrower.rpc.BorrowerRpc;
import io.jointlending.loan.order.application.FindBorrowerOrders;
import io.jointlending.loan.order.application.FindStateCounts;
import io.jointlending.loan.order.application.LoanOut;
import io.jointlending.loan.order.application.PayOut;
import io.jointlending.loan.order.application.SettleOrder;
import io.jointlending.loan.order.application.SubmitLoan;
import io.jointlending.loan.order.domain.Channels;
import io.jointlending.loan.order.domain.CreditReturns;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.loan.order.domain.OrderEvents;
import io.jointlending.loan.order.domain.Products;
import io.jointlending.loan.order.messaging.OutboxOrderEvents;
import io.jointlending.loan.order.messaging.SettlementSubscription;
import io.jointlending.loan.order.persistence.MyBatisCreditReturns;
import io.jointlending.loan.order.persistence.MyBatisMasterOrders;
import io.jointlending.loan.order.persistence.OrderCountPurge;
import io.jointlending.loan.order.persistence.OrderCounts;
import io.jointlending.loan.order.rpc.BorrowerOrderRpc;
import io.jointlending.loan.order.rpc.LoanRpc;
import io.jointlending.loan.order.rpc.OrderCountRpc;
import io.jointlending.loan.payment.application.EndPayment;
import io.jointlending.loan.payment.application.QueryPayments;
import io.jointlending.loan.payment.application.ReceivePaymentResult;
import io.jointlending.loan.payment.application.RecordDiscrepancy;
import io.jointlending.loan.payment.domain.Discrepancies;
import io.jointlending.loan.payment.domain.DueQueries;
import io.jointlending.loan.payment.persistence.MyBatisDiscrepancies;
import io.jointlending.loan.payment.persistence.MyBatisDueQueries;
import io.jointlending.loan.payment.persistence.PaymentBacklog;
import io.jointlending.loan.payment.rpc.PaymentCallbackRpc;
import io.jointlending.loan.payment.sandbox.SandboxPaymentGateway;
import io.jointlending.loan.payment.sandbox.SandboxPaymentRpc;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.job.Job;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.payment.PaymentGateway;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import io.jointlending.support.wiring.RemoteSessionsWiring;
import io.jointlending.support.wiring.SupportWiring;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.dubbo.config.annotation.DubboService;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The object graph of the loan provider, readable top to bottom: borrowers, orders, payments. */
@Configuration(proxyBeanMethods = false)
@Import({SupportWiring.class, RemoteSessionsWiring.class, ChannelAdminWiring.class, ChannelDayWiring.class})
public class LoanWiring {
    private static final String VERSION = "1.0.0";
    private static final Duration QUERY_IDLE = Duration.ofSeconds(1);

    // Borrowers

    @Bean
    PersonalDataCipher personalDataCipher(Environment environment) {
        return new PersonalDataCipher(PersonalDataKeys.parse(
                environment.getProperty("jl.personal-data.key-id", ""),
                environment.getProperty("jl.personal-data.keys", ""),
                environment.getProperty("jl.personal-data.index-key", "")));
    }

    @Bean
    Borrowers borrowers(SqlSessionTemplate session, PersonalDataCipher cipher) {
        return new MyBatisBorrowers(session, cipher);
    }

    @Bean
    CreditLines creditLines(SqlSessionTemplate session) {
        return new MyBatisCreditLines(session);
    }

    @Bean
    BorrowerActivation borrowerActivation(Borrowers borrowers, CreditLines creditLines) {
        return new BorrowerActivation(borrowers, creditLines);
    }

    @Bean
    @DubboService(version = VERSION)
    BorrowerService borrowerService(
            IdempotentCommands commands, BorrowerActivation activation, Borrowers borrowers, CreditLines creditLines) {
        return new BorrowerRpc(
                new ActivateBorrower(commands, activation, borrowers, creditLines),
                new FindBorrower(borrowers, creditLines),
                commands);
    }

    /** Tells the fund side who a borrower is, when it fills in a message to an institution. */
    @Bean
    @DubboService(version = VERSION)
    BorrowerFactsService borrowerFactsService(Borrowers borrowers, Environment environment) {
        return new BorrowerFactsRpc(
                new FindFacts(borrowers, environment.getProperty("jl.personal-data.facts-secret", "")));
    }

    // Orders

    @Bean
    MasterOrders masterOrders(SqlSessionTemplate session) {
        return new MyBatisMasterOrders(session);
    }

    @Bean
    CreditReturns creditReturns(SqlSessionTemplate session) {
        return new MyBatisCreditReturns(session);
    }

    @Bean
    OrderEvents orderEvents(Outbox outbox) {
        return new OutboxOrderEvents(outbox);
    }

    @Bean
    SubmitLoan submitLoan(
            IdempotentCommands commands,
            Products products,
            Channels channels,
            OrderNumbers numbers,
            BusinessCalendar calendar,
            MasterOrders orders) {
        return new SubmitLoan(commands, products, channels, numbers, calendar, orders);
    }

    @Bean
    PayOut payOut(MasterOrders orders, Borrowers borrowers, CreditLines creditLines, BorrowerActivation activation) {
        return new PayOut(orders, borrowers, creditLines, activation);
    }

    @Bean
    LoanOut loanOut(
            IdempotentCommands commands,
            Products products,
            BusinessCalendar calendar,
            MasterOrders orders,
            Borrowers borrowers,
            PayOut payOut) {
        return new LoanOut(commands, products, calendar, orders, borrowers, payOut);
    }

    @Bean
    @DubboService(version = VERSION)
    BorrowerOrderService borrowerOrderService(MasterOrders orders, Borrowers borrowers) {
        return new BorrowerOrderRpc(new FindBorrowerOrders(orders, borrowers));
    }

    @Bean
    @DubboService(version = VERSION)
    LoanService loanService(SubmitLoan submit, LoanOut loanOut, MasterOrders orders, IdempotentCommands commands) {
        return new LoanRpc(submit, loanOut, orders, commands);
    }

    @Bean
    Subscription<MasterOrderSettled> settlements(MasterOrders orders, CreditReturns returns, CreditLines creditLines) {
        return SettlementSubscription.of(new SettleOrder(orders, returns, creditLines));
    }

    @Bean
    Subscription<RepaymentPosted> postings(MasterOrders orders, CreditReturns returns, CreditLines creditLines) {
        return SettlementSubscription.posted(new SettleOrder(orders, returns, creditLines));
    }

    @Bean
    Subscription<RepaymentReversed> reversals(MasterOrders orders, CreditReturns returns, CreditLines creditLines) {
        return SettlementSubscription.reversed(new SettleOrder(orders, returns, creditLines));
    }

    @Bean
    MessageType masterOrderActivated() {
        return MessageType.of(MessageTypes.TOPIC_LOAN, MessageTypes.MASTER_ORDER_ACTIVATED);
    }

    // Payments

    @Bean
    EndPayment endPayment(MasterOrders orders, CreditLines creditLines, OrderEvents events) {
        return new EndPayment(orders, creditLines, events);
    }

    @Bean
    RecordDiscrepancy recordDiscrepancy(Transactions transactions, MasterOrders orders, SqlSessionTemplate session) {
        Discrepancies discrepancies = new MyBatisDiscrepancies(session);
        return new RecordDiscrepancy(transactions, orders, discrepancies);
    }

    @Bean
    @DubboService(version = VERSION)
    PaymentCallbackService paymentCallbackService(
            IdempotentCommands commands, EndPayment endPayment, RecordDiscrepancy recordDiscrepancy) {
        return new PaymentCallbackRpc(new ReceivePaymentResult(commands, endPayment, recordDiscrepancy), commands);
    }

    @Bean
    OrderCounts orderCounts(SqlSessionTemplate session, MeterRegistry meters) {
        return new OrderCounts(session, meters);
    }

    @Bean
    Sweeper orderCounting(OrderCounts counts, Transactions transactions) {
        return new Sweeper("order-counts", OrderCounts.LOOK, () -> transactions.inTransaction(counts::count));
    }

    @Bean
    Job orderCountPurge(OrderCounts counts) {
        return new OrderCountPurge(counts);
    }

    @Bean
    @DubboService(version = VERSION)
    OrderCountService orderCountService(OrderCounts counts) {
        return new OrderCountRpc(new FindStateCounts(counts));
    }

    @Bean
    PaymentBacklog paymentBacklog(SqlSessionTemplate session, MeterRegistry meters) {
        return new PaymentBacklog(session, meters);
    }

    @Bean
    SandboxPaymentGateway sandboxPaymentGateway(SqlSessionTemplate session) {
        return new SandboxPaymentGateway(session);
    }

    @Bean
    @ConditionalOnProperty(name = "jl.development", havingValue = "true")
    @DubboService(version = VERSION)
    SandboxPaymentService sandboxPaymentService(SandboxPaymentGateway sandbox) {
        return new SandboxPaymentRpc(sandbox);
    }

    /** In production the sandbox is never asked: until a payment system is connected, an unknown result stays unknown. */
    @Bean
    Sweeper paymentQueries(
            ProviderProperties properties,
            Transactions transactions,
            SqlSessionTemplate session,
            SandboxPaymentGateway sandbox,
            EndPayment endPayment,
            RecordDiscrepancy recordDiscrepancy) {
        PaymentGateway gateway = properties.development() ? sandbox : PaymentGateway.none();
        DueQueries queries = new MyBatisDueQueries(session);
        QueryPayments query = new QueryPayments(transactions, queries, gateway, endPayment, recordDiscrepancy);
        return new Sweeper("payment-queries", QUERY_IDLE, query::run);
    }
}
