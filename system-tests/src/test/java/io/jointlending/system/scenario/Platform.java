package io.jointlending.system.scenario;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.fund.FundingView;
import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.api.repayment.QuoteRequest;
import io.jointlending.api.runtime.ApplicationKeys;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Banks;
import io.jointlending.system.client.Borrowing;
import io.jointlending.system.client.Calls;
import io.jointlending.system.client.DubboConsumer;
import io.jointlending.system.client.People;
import io.jointlending.system.client.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The platform under test: a stack of its own, the schemas, one process of each provider, and a consumer of them. */
final class Platform implements AutoCloseable {
    static final String APPLICATION = "system-tests";
    static final Duration ASYNC = Duration.ofMinutes(3);
    private static final String PASSWORD = "for-tests-only";
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final Path directory =
            Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("target/platform");
    private final DevStackProcess stack;
    private final BankProcess bankProcess;
    private final Map<Provider, ProviderProcess> providers = new EnumMap<>(Provider.class);
    private final Services services;
    private final Calls calls = new Calls();
    private final People people = People.now();
    private final AtomicInteger loans = new AtomicInteger();
    private final Console console = new Console(this);

    private Platform(DevStackProcess stack) {
        this.stack = stack;
        ApplicationKeys.useMasterKey(KEY);
        this.bankProcess = BankProcess.start(directory.resolve("banks"));
        sql("apply", "--create-database", "--accounts");
        sql("seed");
        for (Provider provider : Provider.values()) {
            providers.put(provider, start(provider, provider.application(), Map.of()));
        }
        awaitAllReady();
        this.services = new Services(DubboConsumer.throughRegistry(APPLICATION, registryAddress()));
    }

    /** Starts everything; about half a minute. */
    static Platform start() {
        Path directory =
                Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("target/platform/stack");
        DevStackProcess stack = DevStackProcess.start(
                directory, DevStackProcess.Options.of().asFast().asFresh());
        try {
            return new Platform(stack);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** After servers were away: returns when every provider can work again. */
    void awaitAllReady() {
        providers.values().forEach(ProviderProcess::awaitReady);
    }

    /** The console, with its people. */
    Console console() {
        return console;
    }

    /** The first process of a provider. */
    ProviderProcess provider(Provider provider) {
        return Objects.requireNonNull(providers.get(provider));
    }

    /** What every provider measures, as Prometheus reads it. */
    String metrics() {
        return providers.values().stream().map(ProviderProcess::metrics).collect(Collectors.joining("\n"));
    }

    DevStackProcess stack() {
        return stack;
    }

    Services services() {
        return services;
    }

    /** Where fund-router-provider takes callbacks. */
    int callbackPort() {
        return bankProcess.callbackPort();
    }

    /** The sandbox banks. */
    Banks banks() {
        return bankProcess.banks();
    }

    Calls calls() {
        return calls;
    }

    String registryAddress() {
        return "zookeeper://" + stack.property("zookeeper.address");
    }

    /** A borrower who has not done anything yet. */
    Borrowing borrower() {
        int number = loans.incrementAndGet();
        return new Borrowing(services, calls, people, "s" + number, number);
    }

    /** A number that no command of this run has used. */
    String number(String purpose) {
        return purpose + "-" + people.run() + "-" + loans.incrementAndGet();
    }

    MasterOrderView order(String orderNo) {
        return calls.once("order", services.loans()::findOrder, new OrderQuery(orderNo));
    }

    LedgerView ledger(String orderNo) {
        return calls.once("ledger", services.repayments()::findLedger, new OrderQuery(orderNo));
    }

    FundingView funding(String orderNo) {
        return calls.once("funding", services.funding()::findFunding, new OrderQuery(orderNo));
    }

    /** Everything owed today, in fen. */
    long owed(String orderNo) {
        return calls.once("quote", services.repayments()::quote, new QuoteRequest(orderNo))
                .totalFen();
    }

    void awaitStatus(String orderNo, int status) {
        Await.until(
                "order " + orderNo + " in state " + status,
                ASYNC,
                () -> order(orderNo).status() == status);
    }

    /** Returns the funding once the ledgers of the sub-orders exist. */
    FundingView awaitSubOrders(String orderNo) {
        Await.present("sub-orders of " + orderNo, ASYNC, () -> Optional.ofNullable(
                        services.funding().findFunding(new OrderQuery(orderNo)).data())
                .filter(view -> !view.subOrders().isEmpty()));
        Await.until("sub-ledgers of " + orderNo, ASYNC, () -> !ledger(orderNo)
                .subLedgers()
                .isEmpty());
        return funding(orderNo);
    }

    /** First column of the first row, as the database administrator sees it. */
    long count(String sql, Object... parameters) {
        try (Connection connection = database();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection(
                databaseUrl(), stack.property("mysql.root.user"), stack.property("mysql.root.password"));
    }

    /** Address of the database server, without a schema. */
    String databaseUrl() {
        return "jdbc:mysql://" + stack.property("mysql.host") + ":" + stack.property("mysql.port");
    }

    /** One more process of a provider, not yet ready; the caller ends it. */
    ProviderProcess start(Provider provider, String name, Map<String, String> overrides) {
        Map<String, String> environment = environment(provider);
        if (provider == Provider.FUND_ROUTER) {
            environment.putAll(bankProcess.environment());
        }
        environment.putAll(overrides);
        return ProviderProcess.start(provider, directory.resolve(name), environment);
    }

    /** What a provider of this platform is configured with. */
    Map<String, String> environment(Provider provider) {
        return environment(provider, stack);
    }

    static Map<String, String> environment(Provider provider, DevStackProcess stack) {
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "JL_DB_URL",
                "jdbc:mysql://" + stack.property("mysql.host") + ":" + stack.property("mysql.port") + "/"
                        + provider.schema());
        environment.put("JL_DB_USERNAME", provider.schema());
        environment.put("JL_DB_PASSWORD", PASSWORD);
        environment.put("JL_REGISTRY_ADDRESS", "zookeeper://" + stack.property("zookeeper.address"));
        environment.put("JL_REDIS_ADDRESS", stack.properties().getOrDefault("redis.address", "redis://127.0.0.1:1"));
        environment.put("JL_MQ_NAME_SERVER", stack.properties().getOrDefault("rocketmq.namesrv", "127.0.0.1:1"));
        environment.put("JL_DEVELOPMENT", "true");
        environment.put("JL_SECURITY_MASTER_KEY", KEY);
        environment.put("JL_IAM_PASSWORD_ROUNDS", "10000");
        if (provider == Provider.LOAN) {
            environment.put("JL_PERSONAL_DATA_KEY_ID", "t1");
            environment.put("JL_PERSONAL_DATA_KEYS", "t1:" + KEY);
            environment.put("JL_PERSONAL_DATA_INDEX_KEY", KEY);
        }
        if (provider == Provider.LOAN || provider == Provider.FUND_ROUTER) {
            environment.put("JL_PERSONAL_DATA_FACTS_SECRET", "facts-for-tests-only");
        }
        return environment;
    }

    /** Runs scripts/sql on the platform's database. */
    void sql(String... arguments) {
        sql(stack, arguments);
    }

    static void sql(DevStackProcess stack, String... arguments) {
        java.util.ArrayList<String> command = new java.util.ArrayList<>();
        command.add(ProviderProcess.ROOT.resolve("scripts/sql").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        Map<String, String> environment = builder.environment();
        environment.put(
                "JL_DBA_URL", "jdbc:mysql://" + stack.property("mysql.host") + ":" + stack.property("mysql.port"));
        environment.put("JL_DBA_USER", stack.property("mysql.root.user"));
        environment.put("JL_DBA_PASSWORD", stack.property("mysql.root.password"));
        for (Provider provider : Provider.values()) {
            environment.put("JL_" + provider.schema().toUpperCase(java.util.Locale.ROOT) + "_DB_PASSWORD", PASSWORD);
        }
        try {
            Process process = builder.start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " failed, see above");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        services.close();
        providers.values().parallelStream().forEach(ProviderProcess::close);
        bankProcess.close();
        stack.close();
    }
}
