package io.jointlending.fund;

import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.fund.FundingService;
import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.funding.application.AskByTask;
import io.jointlending.fund.funding.application.AskInstitutions;
import io.jointlending.fund.funding.application.ConcludeStep;
import io.jointlending.fund.funding.application.FindFunding;
import io.jointlending.fund.funding.application.FundOrder;
import io.jointlending.fund.funding.application.FundingLanes;
import io.jointlending.fund.funding.application.StartFunding;
import io.jointlending.fund.funding.domain.FundingOrders;
import io.jointlending.fund.funding.domain.Institutions;
import io.jointlending.fund.funding.domain.Pauses;
import io.jointlending.fund.funding.messaging.ActivatedListener;
import io.jointlending.fund.funding.persistence.MyBatisFundingOrders;
import io.jointlending.fund.funding.rpc.FundingRpc;
import io.jointlending.fund.guard.GuardWiring;
import io.jointlending.fund.quota.domain.Quotas;
import io.jointlending.fund.route.application.RouteOrder;
import io.jointlending.fund.statelog.StateLog;
import io.jointlending.fund.suborder.application.SettleSubOrders;
import io.jointlending.fund.suborder.domain.SubOrders;
import io.jointlending.fund.suborder.messaging.SettledListener;
import io.jointlending.fund.suborder.persistence.MyBatisSubOrders;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.fund.watch.WatchWiring;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.tx.Transactions;
import io.jointlending.support.wiring.RemoteSessionsWiring;
import io.jointlending.support.wiring.SupportWiring;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.apache.ibatis.session.SqlSession;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The object graph of fund-router-provider, readable top to bottom. */
@Configuration(proxyBeanMethods = false)
@Import({
    SupportWiring.class,
    RemoteSessionsWiring.class,
    FundApprovalWiring.class,
    RouteWiring.class,
    GuardWiring.class,
    BreakerWiring.class,
    ExchangeWiring.class,
    AccessWiring.class,
    BookkeepingWiring.class,
    WatchWiring.class
})
public class FundRouterWiring {
    /** How long a claimed task is left alone by others: longer than the calls of one step take. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration IDLE = Duration.ofMillis(500);

    @Bean
    StateLog stateLog(SqlSession session) {
        return new StateLog(session);
    }

    @Bean
    FundingOrders fundingOrders(Transactions transactions, SqlSession session, StateLog stateLog) {
        return new MyBatisFundingOrders(transactions, session, stateLog);
    }

    @Bean
    SubOrders subOrders(SqlSession session, StateLog stateLog) {
        return new MyBatisSubOrders(session, stateLog);
    }

    @Bean
    @DubboReference(version = "1.0.0", check = false)
    ReferenceBean<ChannelQueryService> channelQueryService() {
        return new ReferenceBean<>();
    }

    @Bean
    MessageType subOrdersCreated() {
        return MessageType.of(MessageTypes.TOPIC_FUND_ROUTER, MessageTypes.SUB_ORDERS_CREATED);
    }

    @Bean
    MessageType institutionNotified() {
        return MessageType.of(MessageTypes.TOPIC_FUND_ROUTER, MessageTypes.INSTITUTION_NOTIFIED);
    }

    @Bean
    MessageType statementPage() {
        return MessageType.of(MessageTypes.TOPIC_FUND_ROUTER, MessageTypes.STATEMENT_PAGE)
                .inOrder();
    }

    @Bean
    ConcludeStep concludeStep(
            Transactions transactions, FundingOrders tasks, SubOrders subOrders, Quotas quotas, Outbox outbox) {
        return new ConcludeStep(transactions, tasks, subOrders, quotas, outbox, Pauses.DEFAULT.result());
    }

    @Bean
    Institutions institutions(
            FundTasks fundTasks,
            SubmitTask submitTask,
            PublishedDefinitions published,
            @Qualifier("taskSweeper") Sweeper taskSweeper) {
        return new AskByTask(fundTasks, submitTask, published, taskSweeper::wake);
    }

    @Bean
    AskInstitutions askInstitutions(
            Transactions transactions, FundingOrders tasks, Institutions institutions, SqlSession session) {
        return new AskInstitutions(transactions, tasks, institutions, new Alarms(session)::raiseHourly, Pauses.DEFAULT);
    }

    @Bean
    FundOrder fundOrder(
            Transactions transactions,
            FundingOrders tasks,
            RouteOrder routeOrder,
            AskInstitutions askInstitutions,
            ConcludeStep concludeStep) {
        return new FundOrder(transactions, tasks, routeOrder::run, askInstitutions, concludeStep, Pauses.DEFAULT);
    }

    @Bean
    FundingLanes fundingLanes(FundingOrders tasks, FundOrder fundOrder) {
        return new FundingLanes(
                tasks, fundOrder, ManagementFactory.getRuntimeMXBean().getName(), LEASE);
    }

    /** Depends on the lanes, so it is closed before them. */
    @Bean
    Sweeper fundingSweeper(FundingLanes lanes) {
        Sweeper sweeper = new Sweeper("funding-sweeper", IDLE, lanes::round, lanes::idle);
        lanes.onFree(sweeper::wake);
        return sweeper;
    }

    @Bean
    Subscription<MasterOrderActivated> activatedSubscription(FundingOrders tasks, Sweeper fundingSweeper) {
        return ActivatedListener.subscription(new StartFunding(tasks), fundingSweeper::wake);
    }

    @Bean
    Subscription<MasterOrderSettled> settledSubscription(SubOrders subOrders, Quotas quotas) {
        return SettledListener.subscription(new SettleSubOrders(subOrders, quotas));
    }

    @Bean
    Subscription<RepaymentReversed> reversedSubscription(SubOrders subOrders, Quotas quotas) {
        return SettledListener.reversals(new SettleSubOrders(subOrders, quotas));
    }

    @Bean
    @DubboService(version = "1.0.0")
    FundingService fundingService(FundingOrders tasks, SubOrders subOrders) {
        return new FundingRpc(new FindFunding(tasks, subOrders));
    }
}
