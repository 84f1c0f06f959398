package io.jointlending.system.client;

import io.jointlending.api.runtime.ApplicationKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where a platform that {@code scripts/platform up} started can be reached: the content of its platform.properties. */
public final class RunningPlatform {
    private final Path file;
    private final Properties values = new Properties();

    private RunningPlatform(Path file) {
        this.file = file;
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("no platform is running here: cannot read " + file, e);
        }
    }

    /** Reads the file that {@code scripts/platform} wrote; from now on the calls of this process are signed with its key. */
    public static RunningPlatform of(Path platformProperties) {
        RunningPlatform platform = new RunningPlatform(platformProperties);
        ApplicationKeys.useMasterKey(platform.values.getProperty("security.masterKey", ""));
        return platform;
    }

    /** Address of the registry, such as {@code zookeeper://127.0.0.1:2181}. */
    public String registryAddress() {
        return required("registry.address");
    }

    /** True if the database can be read as its administrator. */
    public boolean hasDatabase() {
        return values.containsKey("dba.url");
    }

    /** The sandbox banks, unless the platform uses servers of its own. */
    public Optional<Banks> banks() {
        return Optional.ofNullable(values.getProperty("banks.admin")).map(Banks::new);
    }

    /** A connection of the database administrator, to look into all four schemas. Autocommit, UTC. */
    public Connection database() throws SQLException {
        return database("", "");
    }

    /** A connection of the database administrator to one schema, with options of the JDBC driver. */
    public Connection database(String schema, String options) throws SQLException {
        Connection connection = DriverManager.getConnection(
                required("dba.url") + "/" + schema + "?" + options,
                required("dba.user"),
                values.getProperty("dba.password", ""));
        try (var statement = connection.createStatement()) {
            statement.execute("SET time_zone = '+00:00'");
        }
        return connection;
    }

    /** Process ids of the providers, by name such as {@code loan-provider-1}. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        values.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".pid"))
                .sorted()
                .forEach(
                        key -> pids.put(key.substring(0, key.length() - ".pid".length()), Long.valueOf(required(key))));
        return pids;
    }

    /** One value of the file. */
    public String required(String key) {
        String value = values.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("no " + key + " in " + file);
        }
        return value;
    }
}
