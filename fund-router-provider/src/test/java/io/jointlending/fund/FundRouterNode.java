package io.jointlending.fund;

import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.fund.funding.application.AskInstitutions;
import io.jointlending.fund.funding.application.ConcludeStep;
import io.jointlending.fund.funding.application.FindFunding;
import io.jointlending.fund.funding.application.FundOrder;
import io.jointlending.fund.funding.application.FundingLanes;
import io.jointlending.fund.funding.application.StartFunding;
import io.jointlending.fund.funding.domain.Institution;
import io.jointlending.fund.funding.domain.QueryLadder;
import io.jointlending.fund.funding.persistence.MyBatisFundingOrders;
import io.jointlending.fund.funding.rpc.FundingRpc;
import io.jointlending.fund.quota.persistence.MyBatisQuotas;
import io.jointlending.fund.sandbox.SandboxInstitution;
import io.jointlending.fund.sandbox.SandboxInstitutionRpc;
import io.jointlending.fund.statelog.StateLog;
import io.jointlending.fund.suborder.persistence.MyBatisSubOrders;
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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One instance of the provider on a database, without registry and broker: messages stay in the outbox. */
final class FundRouterNode implements AutoCloseable {
    /** As the default ladder, in milliseconds instead of seconds. */
    private static final QueryLadder FAST = new QueryLadder(
            List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(15)), 50, 3);

    /** For institutions that are asked by a task: the task has the deadline, so no number of queries ends the wait. */
    static final QueryLadder UNTIL_THE_TASK_ENDS = new QueryLadder(FAST.waits(), Integer.MAX_VALUE, 3);

    final MyBatisFundingOrders tasks;
    final MyBatisSubOrders subOrders;
    final MyBatisQuotas quotas;
    final TestFunds funds = new TestFunds();
    final FundOrder fundOrder;
    final StartFunding startFunding;
    final FundingRpc funding;
    final SandboxInstitutionRpc sandbox;
    private final SchemaFixture database;
    private final FundingLanes lanes;
    private final Sweeper sweeper;

    FundRouterNode(SchemaFixture database, String name, Duration lease, UnaryOperator<Institution> around) {
        this(database, name, lease, FAST, around);
    }

    FundRouterNode(
            SchemaFixture database,
            String name,
            Duration lease,
            QueryLadder ladder,
            UnaryOperator<Institution> around) {
        this.database = database;
        var transactions = database.transactions();
        var session = database.session();
        StateLog stateLog = new StateLog(session);
        SandboxInstitution institution = new SandboxInstitution(session);
        tasks = new MyBatisFundingOrders(transactions, session, stateLog);
        subOrders = new MyBatisSubOrders(session, stateLog);
        MessageRegistry types = MessageRegistry.of(
                List.of(MessageType.of(MessageTypes.TOPIC_FUND_ROUTER, MessageTypes.SUB_ORDERS_CREATED)));
        OutboxRelay neverStarted = new OutboxRelay(
                transactions,
                session,
                name,
                new NoTransport(),
                new OutboxExpiry(transactions, session, types),
                new SimpleMeterRegistry());
        Outbox outbox = Outbox.stored(database.dataSource(), session, types, neverStarted);
        quotas = new MyBatisQuotas(session);
        ConcludeStep conclude = new ConcludeStep(transactions, tasks, subOrders, quotas, outbox, ladder);
        AskInstitutions ask =
                new AskInstitutions(transactions, tasks, around.apply(institution), conclude, ladder, lease);
        fundOrder = new FundOrder(transactions, tasks, funds.routeOrder(database)::run, ask, conclude, ladder);
        startFunding = new StartFunding(tasks);
        funding = new FundingRpc(new FindFunding(tasks, subOrders));
        sandbox = new SandboxInstitutionRpc(institution);
        lanes = new FundingLanes(tasks, fundOrder, name, lease);
        sweeper = new Sweeper("sweeper-" + name, Duration.ofMillis(20), lanes::round);
        lanes.onFree(sweeper::wake);
    }

    void start() {
        sweeper.start();
    }

    void wake() {
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
                null);
        database.transactions().inTransaction(() -> startFunding.run(order, null));
    }

    @Override
    public void close() {
        sweeper.close();
        lanes.close();
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
