package io.jointlending.fund;

import io.jointlending.api.fund.FundAuditService;
import io.jointlending.api.fund.FundCallbackService;
import io.jointlending.api.fund.FundFlowAdminService;
import io.jointlending.api.fund.FundTaskService;
import io.jointlending.api.loan.BorrowerFactsService;
import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.audit.FundAuditRpc;
import io.jointlending.fund.definition.application.ActivateDefinition;
import io.jointlending.fund.definition.application.LoadDefinition;
import io.jointlending.fund.definition.application.PublishDefinition;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.definition.application.UseShippedDefinitions;
import io.jointlending.fund.definition.domain.Definitions;
import io.jointlending.fund.definition.persistence.MyBatisDefinitions;
import io.jointlending.fund.definition.rpc.FundFlowAdminRpc;
import io.jointlending.fund.exchange.InstitutionClient;
import io.jointlending.fund.exchange.callback.CallbackDoor;
import io.jointlending.fund.exchange.callback.CallbackServer;
import io.jointlending.fund.exchange.callback.Nonces;
import io.jointlending.fund.exchange.envelope.Envelopes;
import io.jointlending.fund.flow.domain.template.BorrowerFacts;
import io.jointlending.fund.flow.domain.template.BorrowerProcessors;
import io.jointlending.fund.flow.domain.template.MadeUpBorrower;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import io.jointlending.fund.flow.domain.template.StandardProcessors;
import io.jointlending.fund.funding.application.AskByTask;
import io.jointlending.fund.funding.application.LoanEnds;
import io.jointlending.fund.funding.domain.FundingOrders;
import io.jointlending.fund.guard.Breakers;
import io.jointlending.fund.guard.ChannelPools;
import io.jointlending.fund.guard.Guards;
import io.jointlending.fund.notice.application.NotifyInstitutions;
import io.jointlending.fund.notice.application.ToldInstitutions;
import io.jointlending.fund.statement.application.TakeStatement;
import io.jointlending.fund.task.application.Intervene;
import io.jointlending.fund.task.application.LateCallbacks;
import io.jointlending.fund.task.application.ReceiveCallback;
import io.jointlending.fund.task.application.ReplayTask;
import io.jointlending.fund.task.application.RunDueTasks;
import io.jointlending.fund.task.application.RunTask;
import io.jointlending.fund.task.application.SendRequest;
import io.jointlending.fund.task.application.StoreMoves;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.fund.task.domain.TaskEnd;
import io.jointlending.fund.task.persistence.MyBatisCallbacks;
import io.jointlending.fund.task.persistence.MyBatisFundTasks;
import io.jointlending.fund.task.remote.ExchangeCalls;
import io.jointlending.fund.task.remote.GuardedGate;
import io.jointlending.fund.task.remote.InboxSink;
import io.jointlending.fund.task.remote.LoanBorrowerFacts;
import io.jointlending.fund.task.remote.PoolLanes;
import io.jointlending.fund.task.rpc.FundCallbackRpc;
import io.jointlending.fund.task.rpc.FundTaskRpc;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.apache.ibatis.session.SqlSession;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The object graph of the access engine: definitions, tasks, callbacks, readable top to bottom. */
@Configuration(proxyBeanMethods = false)
public class AccessWiring {
    private static final String VERSION = "1.0.0";
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final String INSTANCE = ManagementFactory.getRuntimeMXBean().getName();

    // Definitions

    @Bean
    Definitions definitions(SqlSession session) {
        return new MyBatisDefinitions(session);
    }

    @Bean
    StandardProcessors standardProcessors(ExchangeProperties properties) {
        return new StandardProcessors(properties.callback().address());
    }

    @Bean
    LoadDefinition loadDefinition(StandardProcessors standard, ProviderProperties properties) {
        ProcessorRegistry examples = new ProcessorRegistry(standard, new BorrowerProcessors(new MadeUpBorrower()));
        return new LoadDefinition(examples, !properties.development(), Breakers::check);
    }

    @Bean
    PublishedDefinitions publishedDefinitions(Definitions definitions, LoadDefinition load) {
        return new PublishedDefinitions(definitions, load);
    }

    @Bean
    FundAudit fundAudit(SqlSession session) {
        return new FundAudit(session);
    }

    @Bean
    @DubboService(version = VERSION)
    FundAuditService fundAuditService(FundAudit audit) {
        return new FundAuditRpc(audit);
    }

    @Bean
    PublishDefinition publishDefinition(
            Transactions transactions, Definitions definitions, LoadDefinition load, FundAudit audit) {
        return new PublishDefinition(transactions, definitions, load, audit);
    }

    @Bean
    ActivateDefinition activateDefinition(
            Transactions transactions,
            Definitions definitions,
            PublishedDefinitions published,
            MyBatisFundTasks tasks,
            FundAudit audit) {
        return new ActivateDefinition(transactions, definitions, published, tasks, audit);
    }

    @Bean
    @DubboService(version = VERSION)
    FundFlowAdminService fundFlowAdminService(
            IdempotentCommands commands,
            Definitions definitions,
            PublishedDefinitions published,
            PublishDefinition publish,
            ActivateDefinition activate) {
        return new FundFlowAdminRpc(commands, definitions, published, publish, activate);
    }

    /** Development only: the fictional banks are asked by the definitions that ship. */
    @Bean
    @ConditionalOnProperty(prefix = "jl", name = "development", havingValue = "true")
    UseShippedDefinitions useShippedDefinitions(
            Definitions definitions,
            PublishDefinition publish,
            ActivateDefinition activate,
            ExchangeProperties properties) {
        UseShippedDefinitions use = new UseShippedDefinitions(definitions, publish, activate);
        if (!properties.shippedDefinitions().isEmpty()) {
            use.run(properties.shippedDefinitions());
        }
        return use;
    }

    // Tasks

    @Bean
    MyBatisFundTasks fundTasks(Transactions transactions, SqlSession session, OrderNumbers numbers) {
        return new MyBatisFundTasks(transactions, session, numbers);
    }

    @Bean
    MyBatisCallbacks fundCallbacks(SqlSession session) {
        return new MyBatisCallbacks(session);
    }

    @Bean
    @DubboReference(version = VERSION, check = false)
    ReferenceBean<BorrowerFactsService> borrowerFactsService() {
        return new ReferenceBean<>();
    }

    /** Names, ID numbers, mobiles and cards come from loan-provider when a message is filled in. */
    @Bean
    BorrowerFacts borrowerFacts(BorrowerFactsService service, Environment environment) {
        return new LoanBorrowerFacts(service, environment.getProperty("jl.personal-data.facts-secret", ""));
    }

    @Bean
    LateCallbacks lateCallbacks(MyBatisCallbacks callbacks, PublishedDefinitions published, SqlSession session) {
        return new LateCallbacks(callbacks, published, new Alarms(session));
    }

    @Bean
    StoreMoves storeMoves(
            Transactions transactions,
            SqlSession session,
            MyBatisFundTasks tasks,
            FundingOrders fundings,
            LateCallbacks late,
            ToldInstitutions told,
            TakeStatement taken,
            @Qualifier("fundingSweeper") ObjectProvider<Sweeper> fundingSweeper) {
        LoanEnds loanEnds =
                new LoanEnds(fundings, () -> fundingSweeper.getObject().wake());
        Map<String, TaskEnd> ends = Map.of(
                AskByTask.LOAN, loanEnds,
                AskByTask.CANCEL, loanEnds,
                NotifyInstitutions.REPAYMENT, told,
                TakeStatement.BEHAVIOUR, taken);
        return new StoreMoves(transactions, tasks, ends, late, new Alarms(session));
    }

    /** Stopped when the instance ends: what has a thread is finished, what waits for one is put back. */
    @Bean(destroyMethod = "stop")
    RunDueTasks runDueTasks(
            MyBatisFundTasks tasks,
            MyBatisCallbacks callbacks,
            PublishedDefinitions published,
            StandardProcessors standard,
            BorrowerFacts facts,
            Guards guards,
            ChannelPools pools,
            InstitutionClient client,
            StoreMoves store,
            BusinessCalendar calendar) {
        ProcessorRegistry processors = new ProcessorRegistry(standard, new BorrowerProcessors(facts));
        SendRequest send =
                new SendRequest(processors, new GuardedGate(guards), new ExchangeCalls(client), store, calendar::today);
        RunTask run = new RunTask(tasks, callbacks, published, send, store);
        return new RunDueTasks(tasks, published, new PoolLanes(pools), run, INSTANCE);
    }

    @Bean
    Sweeper taskSweeper(RunDueTasks due, ChannelPools pools) {
        Sweeper sweeper = new Sweeper("fund-tasks", IDLE, due::round, pools::idle);
        due.onFree(sweeper::wake);
        return sweeper;
    }

    @Bean
    SubmitTask submitTask(MyBatisFundTasks tasks, PublishedDefinitions published) {
        return new SubmitTask(tasks, published);
    }

    @Bean
    ReceiveCallback receiveCallback(
            Transactions transactions,
            SqlSession session,
            MyBatisFundTasks tasks,
            MyBatisCallbacks callbacks,
            PublishedDefinitions published,
            LateCallbacks late,
            @Qualifier("taskSweeper") Sweeper taskSweeper) {
        return new ReceiveCallback(
                transactions, tasks, callbacks, published, late, new Alarms(session), taskSweeper::wake);
    }

    /** Callbacks enter by HTTP or by Dubbo, through one door, into one inbox. */
    @Bean
    CallbackDoor callbackDoor(
            PublishedDefinitions published,
            Envelopes envelopes,
            Nonces nonces,
            ReceiveCallback receive,
            MeterRegistry meters) {
        return new CallbackDoor(published::channel, envelopes, nonces, new InboxSink(receive), meters);
    }

    @Bean(destroyMethod = "close")
    CallbackServer callbackServer(ExchangeProperties properties, CallbackDoor door) {
        ExchangeProperties.Callback listener = properties.callback();
        return new CallbackServer(listener.host(), listener.port(), listener.threads(), door);
    }

    @Bean
    @DubboService(version = VERSION)
    FundCallbackService fundCallbackService(CallbackDoor door) {
        return new FundCallbackRpc(door);
    }

    @Bean
    @DubboService(version = VERSION)
    FundTaskService fundTaskService(
            Transactions transactions,
            IdempotentCommands commands,
            MyBatisFundTasks tasks,
            PublishedDefinitions published,
            StoreMoves store,
            SubmitTask submit,
            FundAudit audit,
            @Qualifier("taskSweeper") Sweeper taskSweeper) {
        return new FundTaskRpc(
                commands,
                tasks,
                submit,
                new Intervene(transactions, tasks, published, store, audit, taskSweeper::wake),
                new ReplayTask(tasks, published),
                taskSweeper::wake);
    }
}
