package io.jointlending.support.start;

import io.jointlending.support.config.DatabaseUrl;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.schema.SchemaGuard;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be there before a provider starts: its database, with its schema, and a registry. It waits for them, with one
 * line every five seconds, and goes on by itself. Redis and RocketMQ are not waited for.
 */
final class Prerequisites {
    private static final Logger LOG = LoggerFactory.getLogger(Prerequisites.class);
    private static final long RETRY_MILLIS = Duration.ofSeconds(5).toMillis();
    private static final int CONNECT_MILLIS = 2_000;

    private final ProviderProperties properties;

    Prerequisites(ProviderProperties properties) {
        this.properties = properties;
    }

    /** Waits. IllegalStateException when the schema is older than this version needs, naming the scripts to run. */
    void await() throws InterruptedException {
        String database = DatabaseUrl.hostAndPort(properties.db().url());
        waitFor("the database", database, this::databaseProblem);
        List<String> registries = ZooKeeperAddress.hosts(properties.registry().address());
        waitFor("the registry", String.join(", ", registries), () -> registryProblem(registries));
    }

    private static void waitFor(String what, String where, Supplier<@Nullable String> problem)
            throws InterruptedException {
        boolean waited = false;
        for (String why = problem.get(); why != null; why = problem.get()) {
            LOG.warn("waiting for {} at {}: {}", what, where, why);
            waited = true;
            Thread.sleep(RETRY_MILLIS);
        }
        if (waited) {
            LOG.info("{} at {} is there", what, where);
        }
    }

    private @Nullable String databaseProblem() {
        ProviderProperties.Db db = properties.db();
        String unreachable = Reachable.problem(DatabaseUrl.hostAndPort(db.url()), CONNECT_MILLIS);
        if (unreachable != null) {
            return unreachable;
        }
        Properties login = new Properties();
        login.setProperty("user", db.username());
        login.setProperty("password", db.password());
        try (Connection connection = DriverManager.getConnection(DatabaseUrl.withDefaults(db.url()), login)) {
            SchemaGuard.requireCurrent(connection, properties.schema(), db.schemaVersion());
            return null;
        } catch (SQLException e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("no answer");
        }
    }

    private static @Nullable String registryProblem(List<String> addresses) {
        String why = "no address";
        for (String address : addresses) {
            String problem = ZooKeeperAddress.problem(address, CONNECT_MILLIS);
            if (problem == null) {
                return null; // one member of the ensemble is enough to begin with
            }
            why = problem;
        }
        return why;
    }
}
