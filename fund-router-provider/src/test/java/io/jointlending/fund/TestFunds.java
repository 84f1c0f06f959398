package io.jointlending.fund;

import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.quota.domain.Dimension;
import io.jointlending.fund.quota.domain.QuotaLimit;
import io.jointlending.fund.quota.persistence.MyBatisQuotas;
import io.jointlending.fund.route.application.ActivateRoute;
import io.jointlending.fund.route.application.LoadRoute;
import io.jointlending.fund.route.application.Programs;
import io.jointlending.fund.route.application.PublishRoute;
import io.jointlending.fund.route.application.RouteAlarms;
import io.jointlending.fund.route.application.RouteOrder;
import io.jointlending.fund.route.application.Snapshots;
import io.jointlending.fund.route.domain.FundChannel;
import io.jointlending.fund.route.domain.FundConfiguration;
import io.jointlending.fund.route.domain.OpenHours;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.RouteVersion;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.fund.route.persistence.MyBatisDecisions;
import io.jointlending.fund.route.persistence.MyBatisRoutes;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.wiring.SchemaFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Schemes, and two banks whose quotas a test sets, in place of channel-admin-provider. */
final class TestFunds implements FundConfiguration {
    private static final long PLENTY = 1_000_000_000_000L;

    private static final Map<String, Scheme> SCHEMES = Map.of(
            "JOINT-70-30",
            new Scheme(
                    "JOINT-70-30",
                    List.of(
                            new Scheme.Share(1, "BANK-A", true, false, 7000),
                            new Scheme.Share(2, "SMALL-LOAN", false, true, 3000))),
            "JOINT-80-20",
            new Scheme(
                    "JOINT-80-20",
                    List.of(
                            new Scheme.Share(1, "BANK-B", true, false, 8000),
                            new Scheme.Share(2, "SMALL-LOAN", false, true, 2000))),
            "OWN-100",
            new Scheme("OWN-100", List.of(new Scheme.Share(1, "SMALL-LOAN", false, true, 10_000))),
            "JOINT-50-30-20",
            new Scheme(
                    "JOINT-50-30-20",
                    List.of(
                            new Scheme.Share(1, "BANK-A", true, false, 5000),
                            new Scheme.Share(2, "BANK-B", true, false, 3000),
                            new Scheme.Share(3, "SMALL-LOAN", false, true, 2000))));

    private final SchemaFixture database;
    private final MyBatisQuotas quotas;
    private final MyBatisRoutes routes;
    private final Map<String, FundChannel> channels = new ConcurrentHashMap<>();

    TestFunds(SchemaFixture database) {
        this.database = database;
        quotas = new MyBatisQuotas(database.session());
        routes = new MyBatisRoutes(database.session());
        limit("BANK-A", PLENTY);
        limit("BANK-B", PLENTY);
    }

    /** Another limit for the day and for the balance. */
    void limit(String institution, long limitFen) {
        channels.compute(
                institution,
                (code, before) -> new FundChannel(
                        code,
                        before == null ? 1 : before.version() + 1,
                        false,
                        OpenHours.ALWAYS,
                        List.of(),
                        List.of(
                                new QuotaLimit(Dimension.DAY, limitFen, 9000),
                                new QuotaLimit(Dimension.BALANCE, limitFen, 9000)),
                        Set.of()));
    }

    /** Brings a route into use, as two persons do. */
    void route(String text) {
        LoadRoute load = new LoadRoute(this, institution -> true);
        RouteDefinition definition = load.good(text);
        FundAudit audit = new FundAudit(database.session());
        PublishRoute publish = new PublishRoute(routes, audit);
        ActivateRoute activate = new ActivateRoute(routes, ConfigurationCache.local(), audit);
        database.transactions().inTransaction(() -> {
            RouteVersion draft = publish.run(definition, text, "author", "P1");
            activate.run(draft, definition, "second", "A1");
        });
    }

    RouteOrder routeOrder() {
        BusinessCalendar calendar = BusinessCalendar.fixed(LocalDate.of(2026, 11, 29));
        return new RouteOrder(
                database.transactions(),
                new Programs(routes, this, ConfigurationCache.local()),
                new Snapshots(this, quotas, institutions -> Set.of(), calendar, database.transactions()),
                this,
                quotas,
                new MyBatisDecisions(database.session()),
                new RouteAlarms(new Alarms(database.session())));
    }

    @Override
    public List<String> schemesOf(String productCode) {
        return List.of("JOINT-70-30");
    }

    @Override
    public Optional<Scheme> scheme(String code) {
        return Optional.ofNullable(SCHEMES.get(code));
    }

    @Override
    public Optional<FundChannel> channel(String institutionCode) {
        return Optional.ofNullable(channels.get(institutionCode));
    }
}
