package io.jointlending.fund.route;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.quota.domain.QuotaLimit;
import io.jointlending.fund.quota.persistence.MyBatisQuotas;
import io.jointlending.fund.route.application.ActivateRoute;
import io.jointlending.fund.route.application.LoadRoute;
import io.jointlending.fund.route.application.Programs;
import io.jointlending.fund.route.application.PublishRoute;
import io.jointlending.fund.route.application.RouteAlarms;
import io.jointlending.fund.route.application.RouteOrder;
import io.jointlending.fund.route.application.RouteRequest;
import io.jointlending.fund.route.application.Routed;
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
import io.jointlending.support.error.Refusal;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.wiring.SchemaFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Routing as the provider wires it, on a database, with a configuration that a test sets. */
final class RouterNode implements FundConfiguration {
    private static final long AMOUNT = 1_000_000;
    private static final int GENE = 42;
    private static final int TERMS = 12;

    final MyBatisQuotas quotas;
    final MyBatisDecisions decisions;
    final MyBatisRoutes routes;
    final Map<String, List<String>> products = new ConcurrentHashMap<>();
    final BusinessCalendar calendar = BusinessCalendar.fixed(LocalDate.of(2026, 11, 29));
    /** Institutions whose calls fail. */
    final Set<String> failing = ConcurrentHashMap.newKeySet();

    private final Map<String, FundChannel> channels = new ConcurrentHashMap<>();
    private final SchemaFixture database;
    private final RouteOrder routeOrder;
    private final LoadRoute load;
    private final PublishRoute publish;
    private final ActivateRoute activate;

    /** A call of a test that runs many. */
    @FunctionalInterface
    interface Call {
        Routed number(int number);
    }

    RouterNode(SchemaFixture database) {
        this.database = database;
        products.put("LOAN-OWNER-HEXINHOUSE-A", List.of("JOINT-70-30", "JOINT-80-20"));
        quotas = new MyBatisQuotas(database.session());
        decisions = new MyBatisDecisions(database.session());
        routes = new MyBatisRoutes(database.session());
        ConfigurationCache cache = ConfigurationCache.local();
        routeOrder = new RouteOrder(
                database.transactions(),
                new Programs(routes, this, cache),
                new Snapshots(this, quotas, institutions -> failing, calendar, database.transactions()),
                this,
                quotas,
                decisions,
                new RouteAlarms(new Alarms(database.session())));
        load = new LoadRoute(this, institution -> true);
        FundAudit audit = new FundAudit(database.session());
        publish = new PublishRoute(routes, audit);
        activate = new ActivateRoute(routes, cache, audit);
    }

    static String orderNo(int number) {
        return "261129" + String.format("%012d", number) + "0042";
    }

    LocalDate today() {
        return calendar.today();
    }

    Routed route(int order, int attempt, Set<String> excluded) {
        return route("LOAN-OWNER-HEXINHOUSE-A", order, attempt, excluded);
    }

    Routed route(String product, int order, int attempt, Set<String> excluded) {
        return routeOrder.run(new RouteRequest(orderNo(order), GENE, attempt, product, null, AMOUNT, TERMS, excluded));
    }

    Routed asked(String scheme, int order) {
        return routeOrder.run(
                new RouteRequest(orderNo(order), GENE, 1, "LOAN-OWNER-HEXINHOUSE-A", scheme, AMOUNT, TERMS, Set.of()));
    }

    /** Another version of an institution's channel. */
    void channel(String institution, List<QuotaLimit> limits) {
        channels.compute(
                institution,
                (code, before) -> new FundChannel(
                        code,
                        before == null ? 1 : before.version() + 1,
                        false,
                        OpenHours.ALWAYS,
                        List.of(),
                        limits,
                        Set.of()));
    }

    /** Another version of an institution's channel, in which something is different. */
    void channel(String institution, UnaryOperator<FundChannel> different) {
        channels.computeIfPresent(institution, (code, before) -> different.apply(before));
    }

    /** An institution that no channel leads to. */
    void without(String institution) {
        channels.remove(institution);
    }

    RouteVersion publish(String text) {
        RouteDefinition definition = load.good(text);
        return database.transactions().inTransaction(() -> publish.run(definition, text, "author", "P1"));
    }

    void activate(String text) {
        RouteVersion version = publish(text);
        activate(version.route(), version.version(), "second");
    }

    void activate(String route, int number, @Nullable String operator) {
        RouteVersion version = activate.find(route, number);
        RouteDefinition definition = load.good(version.body());
        database.transactions()
                .inTransaction(() -> activate.run(version, definition, operator == null ? "" : operator, "A1"));
    }

    @Override
    public List<String> schemesOf(String productCode) {
        return Optional.ofNullable(products.get(productCode))
                .orElseThrow(() -> new Refusal(ErrorCodes.PRODUCT_NOT_FOUND, "code"));
    }

    @Override
    public Optional<Scheme> scheme(String code) {
        return Optional.ofNullable(RouteTexts.SCHEMES.get(code));
    }

    @Override
    public Optional<FundChannel> channel(String institutionCode) {
        return Optional.ofNullable(channels.get(institutionCode));
    }
}
