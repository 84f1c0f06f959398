package io.jointlending.fund;

import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.FundChannelService;
import io.jointlending.api.fund.FundRouteService;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.exchange.AllowedHosts;
import io.jointlending.fund.funding.domain.Institutions;
import io.jointlending.fund.guard.ChannelHealth;
import io.jointlending.fund.guard.OpeningHours;
import io.jointlending.fund.quota.application.WatchQuotas;
import io.jointlending.fund.quota.domain.Quotas;
import io.jointlending.fund.quota.persistence.MyBatisQuotas;
import io.jointlending.fund.route.application.ActivateRoute;
import io.jointlending.fund.route.application.Cancels;
import io.jointlending.fund.route.application.DryRun;
import io.jointlending.fund.route.application.InstitutionHosts;
import io.jointlending.fund.route.application.InstitutionHours;
import io.jointlending.fund.route.application.LoadRoute;
import io.jointlending.fund.route.application.Programs;
import io.jointlending.fund.route.application.PublishRoute;
import io.jointlending.fund.route.application.RouteAlarms;
import io.jointlending.fund.route.application.RouteOrder;
import io.jointlending.fund.route.application.Snapshots;
import io.jointlending.fund.route.domain.Decisions;
import io.jointlending.fund.route.domain.FundConfiguration;
import io.jointlending.fund.route.domain.OpenBreakers;
import io.jointlending.fund.route.domain.Routes;
import io.jointlending.fund.route.persistence.MyBatisDecisions;
import io.jointlending.fund.route.persistence.MyBatisRoutes;
import io.jointlending.fund.route.remote.ChannelAdminConfiguration;
import io.jointlending.fund.route.rpc.FundRouteRpc;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.configuration.KeptConfiguration;
import io.jointlending.support.configuration.StoredCopies;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.apache.ibatis.session.SqlSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of the object graph that chooses who funds an order. */
@Configuration(proxyBeanMethods = false)
class RouteWiring {
    private static final Duration WATCH_IDLE = Duration.ofMinutes(1);
    /** A reservation ends in the transaction that ends the order; what is older than this was left behind. */
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(5);

    @Bean
    @DubboReference(version = "1.0.0", check = false)
    ReferenceBean<FundChannelService> fundChannelService() {
        return new ReferenceBean<>();
    }

    @Bean
    KeptConfiguration keptConfiguration(ConfigurationCache cache, Transactions transactions, SqlSession session) {
        return new KeptConfiguration(cache, new StoredCopies(transactions, session));
    }

    @Bean
    Subscription<ConfigurationPublished> configurationPublished(KeptConfiguration kept) {
        return ChannelAdminConfiguration.subscription(kept);
    }

    @Bean
    FundConfiguration fundConfiguration(
            ChannelQueryService channels, FundChannelService fundChannels, KeptConfiguration kept) {
        return new ChannelAdminConfiguration(channels, fundChannels, kept);
    }

    @Bean
    Quotas quotas(SqlSession session) {
        return new MyBatisQuotas(session);
    }

    @Bean
    Decisions decisions(SqlSession session) {
        return new MyBatisDecisions(session);
    }

    @Bean
    Routes routes(SqlSession session) {
        return new MyBatisRoutes(session);
    }

    /** An institution whose channel some instance does not call now is tried after the others. */
    @Bean
    OpenBreakers openBreakers(PublishedDefinitions published, ChannelHealth health) {
        return institutions -> institutions.stream()
                .filter(institution -> published
                        .channelTo(institution)
                        .filter(channel -> health.demoted(channel.channel()))
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Bean
    OpeningHours openingHours(FundConfiguration configuration, BusinessCalendar calendar) {
        return new InstitutionHours(configuration, calendar::now);
    }

    @Bean
    AllowedHosts allowedHosts(FundConfiguration configuration) {
        return new InstitutionHosts(configuration);
    }

    /** By the flows that are active now. */
    @Bean
    Cancels cancels(Institutions institutions) {
        return institutions::cancels;
    }

    @Bean
    Programs programs(Routes routes, FundConfiguration configuration, ConfigurationCache cache) {
        return new Programs(routes, configuration, cache);
    }

    @Bean
    Snapshots snapshots(
            FundConfiguration configuration,
            Quotas quotas,
            OpenBreakers breakers,
            BusinessCalendar calendar,
            Transactions transactions) {
        return new Snapshots(configuration, quotas, breakers, calendar, transactions);
    }

    @Bean
    RouteOrder routeOrder(
            Transactions transactions,
            Programs programs,
            Snapshots snapshots,
            FundConfiguration configuration,
            Quotas quotas,
            Decisions decisions,
            SqlSession session) {
        return new RouteOrder(
                transactions,
                programs,
                snapshots,
                configuration,
                quotas,
                decisions,
                new RouteAlarms(new Alarms(session)));
    }

    @Bean
    Sweeper quotaWatch(
            Transactions transactions,
            Quotas quotas,
            SqlSession session,
            BusinessCalendar calendar,
            MeterRegistry meters) {
        WatchQuotas watch = new WatchQuotas(transactions, quotas, new Alarms(session), calendar, LEFT_BEHIND, meters);
        return new Sweeper("quota-watch", WATCH_IDLE, watch::round);
    }

    @Bean
    FundRouteRpc.Acts routeActs(
            FundConfiguration configuration,
            Cancels cancels,
            Routes routes,
            ConfigurationCache cache,
            Programs programs,
            Snapshots snapshots,
            FundAudit audit) {
        LoadRoute load = new LoadRoute(configuration, cancels);
        return new FundRouteRpc.Acts(
                load,
                new PublishRoute(routes, audit),
                new ActivateRoute(routes, cache, audit),
                new DryRun(programs, snapshots, load));
    }

    @Bean
    @DubboService(version = "1.0.0")
    FundRouteService fundRouteService(
            FundRouteRpc.Acts acts,
            Routes routes,
            Decisions decisions,
            Quotas quotas,
            IdempotentCommands commands,
            BusinessCalendar calendar) {
        return new FundRouteRpc(acts, new FundRouteRpc.Stores(routes, decisions, quotas), commands, calendar);
    }
}
