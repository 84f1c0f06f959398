package io.jointlending.support.wiring;

import com.alibaba.druid.pool.DruidDataSource;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.api.ops.DevelopmentService;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.cache.RedisNotices;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.consume.Consumers;
import io.jointlending.support.consume.Inbox;
import io.jointlending.support.consume.RocketMqClient;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.identity.CallAuthority;
import io.jointlending.support.job.JobRunner;
import io.jointlending.support.json.Json;
import io.jointlending.support.ops.DatabaseCheck;
import io.jointlending.support.ops.DevelopmentRpc;
import io.jointlending.support.ops.OpsServer;
import io.jointlending.support.ops.Readiness;
import io.jointlending.support.ops.RegistryState;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.outbox.MessageRegistry;
import io.jointlending.support.outbox.MessageTransport;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxBacklog;
import io.jointlending.support.outbox.OutboxExpiry;
import io.jointlending.support.outbox.OutboxRelay;
import io.jointlending.support.outbox.RocketMqTransport;
import io.jointlending.support.rpc.CallGuard;
import io.jointlending.support.sql.StatementTimes;
import io.jointlending.support.task.Pausable;
import io.jointlending.support.task.PausableWork;
import io.jointlending.support.task.PoolSize;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.SpringTransactions;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.dubbo.config.spring.context.annotation.DubboComponentScan;
import org.apache.dubbo.spring.boot.autoconfigure.DubboAutoConfiguration;
import org.apache.dubbo.spring.boot.autoconfigure.DubboRelaxedBinding2AutoConfiguration;
import org.apache.ibatis.session.SqlSessionFactory;
import org.mybatis.spring.SqlSessionTemplate;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The object graph that every provider imports, readable top to bottom. Nothing is configured automatically except Dubbo's
 * reading of {@code dubbo.*}: a provider's wiring needs {@code @Configuration}, {@code @Import(SupportWiring.class)} and
 * {@code @MapperScan(basePackages = …, annotationClass = Mapper.class)}, and neither {@code @EnableAutoConfiguration} nor
 * {@code @EnableDubbo}. Beans of type {@link MessageType}, {@link Subscription}, {@link Sweeper} and
 * {@link io.jointlending.support.job.Job} that the provider declares are collected and run.
 */
@Configuration(proxyBeanMethods = false)
@Import({IdentityWiring.class, InstanceWiring.class, JobWiring.class, MessageWiring.class, UsageWiring.class})
@EnableConfigurationProperties(ProviderProperties.class)
@DubboComponentScan(basePackageClasses = SupportWiring.class)
@ImportAutoConfiguration({DubboRelaxedBinding2AutoConfiguration.class, DubboAutoConfiguration.class})
public class SupportWiring {
    private static final String VERSION = "1.0.0";

    // The process

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ObjectMapper objectMapper() {
        return Json.mapper();
    }

    @Bean
    PrometheusMeterRegistry meterRegistry(ProviderProperties properties) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        meters.config().commonTags("application", properties.application());
        return meters;
    }

    @Bean
    CallGuard callGuard(ProviderProperties properties, CallAuthority authority, MeterRegistry meters) {
        return new CallGuard(
                properties.allowedCallers(), authority, properties.dubbo().maxRunning(), meters);
    }

    // Database

    @Bean(destroyMethod = "close")
    DruidDataSource dataSource(ProviderProperties properties) {
        return ConnectionPools.pool("business", properties.db(), properties.db().poolSize());
    }

    @Bean
    SidePool sidePool(ProviderProperties properties, StatementTimes times) {
        return new SidePool(properties.db(), times);
    }

    @Bean
    SqlSessionFactory sqlSessionFactory(DruidDataSource dataSource, StatementTimes times) {
        return ConnectionPools.sessions(dataSource, times);
    }

    @Bean
    SqlSessionTemplate sqlSession(SqlSessionFactory factory) {
        return new SqlSessionTemplate(factory);
    }

    @Bean
    PlatformTransactionManager transactionManager(DruidDataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    @Bean
    Transactions transactions(PlatformTransactionManager manager) {
        return new SpringTransactions(manager);
    }

    // What business code uses

    @Bean
    BusinessCalendar businessCalendar(Clock clock, ProviderProperties properties, SqlSessionTemplate session) {
        return properties.development() ? BusinessCalendar.movable(clock, session) : BusinessCalendar.following(clock);
    }

    @Bean
    OrderNumbers orderNumbers(SidePool side) {
        return OrderNumbers.stored(side.transactions(), side.session());
    }

    @Bean
    IdempotentCommands idempotentCommands(Transactions transactions, SqlSessionTemplate session) {
        return IdempotentCommands.stored(transactions, session);
    }

    // Messages

    @Bean
    RocketMqClient rocketMqClient(ProviderProperties properties) {
        return new RocketMqClient(
                properties.mq().nameServer(),
                properties.mq().accessKey(),
                properties.mq().secretKey(),
                properties.application() + '-' + ProcessHandle.current().pid());
    }

    @Bean(destroyMethod = "") // the relay starts and ends it
    MessageTransport messageTransport(RocketMqClient client, ProviderProperties properties) {
        return new RocketMqTransport(client, properties.application());
    }

    @Bean
    MessageRegistry messageRegistry(ObjectProvider<MessageType> types) {
        return MessageRegistry.of(types.stream().toList());
    }

    @Bean
    OutboxExpiry outboxExpiry(Transactions transactions, SqlSessionTemplate session, MessageRegistry registry) {
        return new OutboxExpiry(transactions, session, registry);
    }

    @Bean
    OutboxRelay outboxRelay(
            SidePool side,
            MessageTransport transport,
            OutboxExpiry expiry,
            MeterRegistry meters,
            ProviderProperties properties) {
        String instance = InstanceName.of(properties.dubbo().port());
        return new OutboxRelay(side.transactions(), side.session(), instance, transport, expiry, meters);
    }

    @Bean
    Outbox outbox(DruidDataSource dataSource, SqlSessionTemplate session, MessageRegistry registry, OutboxRelay relay) {
        return Outbox.stored(dataSource, session, registry, relay);
    }

    @Bean
    OutboxBacklog outboxBacklog(SidePool side, MessageRegistry registry, MeterRegistry meters) {
        return new OutboxBacklog(side.session(), registry, meters);
    }

    @Bean
    Inbox inbox(Transactions transactions, SqlSessionTemplate session, ProviderProperties properties) {
        return new Inbox(transactions, session, properties.mq().maxAttempts());
    }

    @Bean
    Consumers consumers(
            ObjectProvider<Subscription<?>> subscriptions,
            RocketMqClient client,
            Inbox inbox,
            MeterRegistry meters,
            ProviderProperties properties) {
        List<Subscription<?>> declared = subscriptions.stream().toList();
        return new Consumers(
                declared, client, inbox, meters, PoolSize.atMost(properties.mq().consumeThreads()));
    }

    // Redis

    @Bean(destroyMethod = "shutdown")
    RedissonClient redissonClient(ProviderProperties properties) {
        return RedisClient.create(properties.redis());
    }

    @Bean
    RedisNotices redisNotices(RedissonClient redis) {
        return new RedisNotices(redis);
    }

    @Bean
    ConfigurationCache configurationCache(RedisNotices notices, ProviderProperties properties) {
        return new ConfigurationCache(properties.cache().ttl(), notices);
    }

    // Operators

    @Bean
    RegistryState registryState() {
        return new RegistryState();
    }

    @Bean
    Readiness readiness(SidePool side, RegistryState registry) {
        return new Readiness()
                .with("database", new DatabaseCheck(side.dataSource()))
                .with("registry", registry::problem);
    }

    @Bean
    JvmMeters jvmMeters(PrometheusMeterRegistry meters, DruidDataSource dataSource, RegistryState registry) {
        return new JvmMeters(meters, dataSource, registry);
    }

    @Bean
    OpsServer opsServer(ProviderProperties properties, Readiness readiness, PrometheusMeterRegistry meters) {
        return new OpsServer(properties.ops().host(), properties.ops().port(), readiness, meters);
    }

    @Bean
    @ConditionalOnProperty(name = "jl.development", havingValue = "true")
    @DubboService(version = VERSION, group = "${jl.application}")
    DevelopmentService developmentService(BusinessCalendar calendar) {
        return new DevelopmentRpc(calendar);
    }

    @Bean
    BackgroundWork backgroundWork(
            OutboxRelay relay,
            RedisNotices notices,
            Consumers consumers,
            ObjectProvider<Sweeper> sweepers,
            ObjectProvider<JobRunner> jobs,
            Readiness readiness) {
        List<Sweeper> all = Stream.concat(
                        sweepers.orderedStream(), jobs.stream().flatMap(runner -> runner.sweepers().stream()))
                .toList();
        List<Pausable> timers = jobs.stream().map(JobRunner::timer).toList();
        return new BackgroundWork(relay, notices, consumers, timers, all, readiness);
    }

    @Bean
    PausableWork pausableWork(BackgroundWork work) {
        return work.pausable();
    }

    @Bean
    PausableBeans pausableBeans(PausableWork work) {
        return new PausableBeans(work);
    }
}
