package io.jointlending.fund;

import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.flow.FlowTexts;
import io.jointlending.fund.funding.application.AskByTask;
import io.jointlending.fund.funding.application.AskInstitutions;
import io.jointlending.fund.funding.application.ConcludeStep;
import io.jointlending.fund.funding.application.FindFunding;
import io.jointlending.fund.funding.application.FundOrder;
import io.jointlending.fund.funding.application.FundingLanes;
import io.jointlending.fund.funding.application.LoanEnds;
import io.jointlending.fund.funding.application.StartFunding;
import io.jointlending.fund.funding.domain.Institutions;
import io.jointlending.fund.funding.domain.Pauses;
import io.jointlending.fund.funding.persistence.MyBatisFundingOrders;
import io.jointlending.fund.funding.rpc.FundingRpc;
import io.jointlending.fund.quota.persistence.MyBatisQuotas;
import io.jointlending.fund.statelog.StateLog;
import io.jointlending.fund.suborder.persistence.MyBatisSubOrders;
import io.jointlending.fund.task.TaskNode;
import io.jointlending.fund.task.domain.InstitutionCalls;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.outbox.MessageRegistry;
import io.jointlending.support.outbox.MessageTransport;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxExpiry;
import io.jointlending.support.outbox.OutboxRelay;
import io.jointlending.support.outbox.OutgoingMessage;
import io.jointlending.support.outbox.SendOutcome;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One instance of the provider on a database, engine included, without registry and broker: messages stay in the outbox. Two
 * banks are asked by the first bank's flows, with waits of milliseconds.
 */
final class FundRouterNode implements AutoCloseable {
    /** A result is not looked for within any test: the end of its task has to make the funding due. */
    private static final Pauses PAUSES = new Pauses(
            List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(50)),
            Duration.ofHours(1));

    final MyBatisFundingOrders tasks;
    final MyBatisSubOrders subOrders;
    final MyBatisQuotas quotas;
    final TestFunds funds;
    final TaskNode engine;
    final FundOrder fundOrder;
    final StartFunding startFunding;
    final FundingRpc funding;
    private final SchemaFixture database;
    private final FundingLanes lanes;
    private final Sweeper sweeper;

    FundRouterNode(SchemaFixture database, String name, Duration lease, InstitutionCalls calls) {
        this(database, name, lease, calls, UnaryOperator.identity());
    }

    FundRouterNode(
            SchemaFixture database,
            String name,
            Duration lease,
            InstitutionCalls calls,
            UnaryOperator<Institutions> around) {
        this.database = database;
        var transactions = database.transactions();
        var session = database.session();
        StateLog stateLog = new StateLog(session);
        funds = new TestFunds(database);
        tasks = new MyBatisFundingOrders(transactions, session, stateLog);
        subOrders = new MyBatisSubOrders(session, stateLog);
        quotas = new MyBatisQuotas(session);
        LoanEnds ends = new LoanEnds(tasks, this::wake);
        engine = new TaskNode(
                database, name, calls, FlowTexts.PROCESSORS, Map.of(AskByTask.LOAN, ends, AskByTask.CANCEL, ends));
        ConcludeStep conclude =
                new ConcludeStep(transactions, tasks, subOrders, quotas, outbox(database, name), PAUSES.result());
        Institutions institutions =
                around.apply(new AskByTask(engine.tasks, engine.submit, engine.definitions, engine::wake));
        AskInstitutions ask =
                new AskInstitutions(transactions, tasks, institutions, new Alarms(session)::raiseHourly, PAUSES);
        fundOrder = new FundOrder(transactions, tasks, funds.routeOrder()::run, ask, conclude, PAUSES);
        startFunding = new StartFunding(tasks);
        funding = new FundingRpc(new FindFunding(tasks, subOrders));
        lanes = new FundingLanes(tasks, fundOrder, name, lease);
        sweeper = new Sweeper("sweeper-" + name, Duration.ofMillis(20), lanes::round);
        lanes.onFree(sweeper::wake);
    }

    private static Outbox outbox(SchemaFixture database, String name) {
        MessageRegistry types = MessageRegistry.of(
                List.of(MessageType.of(MessageTypes.TOPIC_FUND_ROUTER, MessageTypes.SUB_ORDERS_CREATED)));
        OutboxRelay neverStarted = new OutboxRelay(
                database.transactions(),
                database.session(),
                name,
                new NoTransport(),
                new OutboxExpiry(database.transactions(), database.session(), types),
                new SimpleMeterRegistry());
        return Outbox.stored(database.dataSource(), database.session(), types, neverStarted);
    }

    /** Brings flows for loans and cancellations of both banks into use. */
    FundRouterNode publishBanks() {
        publishBank("BANK-A", "first-bank");
        publishBank("BANK-B", "other-bank");
        return this;
    }

    void publishBank(String institution, String channel) {
        engine.publishAndActivate(
                Definition.Kind.CHANNEL, text("first-bank.channel", channel).replace("BANK-A", institution));
        engine.publishAndActivate(Definition.Kind.FLOW, text("first-bank.loan", channel));
        engine.publishAndActivate(Definition.Kind.FLOW, text("first-bank.cancel", channel));
    }

    private static String text(String name, String channel) {
        String text = FlowTexts.text(name).replace("first-bank", channel);
        return name.endsWith("channel") ? text : TaskNode.faster(text);
    }

    /** Starts engine and lanes. */
    void start() {
        engine.start();
        sweeper.start();
    }

    private void wake() {
        sweeper.wake();
    }

    static String orderNo(int number) {
        return "261121" + String.format("%012d", number) + "0042";
    }

    void activate(String orderNo, @Nullable String scheme, long principalFen) {
        MasterOrderActivated order = new MasterOrderActivated(
                orderNo,
                "B1",
                "LOAN-A",
                scheme,
                principalFen,
                LocalDate.of(2026, 11, 21),
                1,
                List.of(),
                BigDecimal.ZERO,
                0,
                "HALF_UP",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        database.transactions().inTransaction(() -> startFunding.run(order, null));
    }

    @Override
    public void close() {
        sweeper.close();
        lanes.close();
        engine.close();
    }

    private static final class NoTransport implements MessageTransport {
        @Override
        public void start() {
            throw new IllegalStateException("nothing is sent here");
        }

        @Override
        public void send(OutgoingMessage message, Consumer<SendOutcome> outcome) {
            throw new IllegalStateException("nothing is sent here");
        }

        @Override
        public void close() {}
    }
}
