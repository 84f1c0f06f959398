package io.jointlending.support.wiring;

import com.alibaba.druid.pool.DruidDataSource;
import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.schema.SchemaScripts;
import io.jointlending.support.sql.StatementTimes;
import io.jointlending.support.tx.SpringTransactions;
import io.jointlending.support.tx.Transactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A database of a test's own on the dev stack, made by the shipped scripts, with a pool as providers have it. */
public final class SchemaFixture implements AutoCloseable {
    private static final int CONNECTIONS = 8;

    private final String server;
    private final String name;
    private final ProviderProperties.Db settings;
    private final DruidDataSource pool;
    private final StatementTimes times = new StatementTimes(LocalDateTime.of(2026, 1, 1, 0, 0));
    private final SqlSessionTemplate session;
    private final Transactions transactions;

    private SchemaFixture(String server, String name, ProviderProperties.Db settings) {
        this.server = server;
        this.name = name;
        this.settings = settings;
        this.pool = ConnectionPools.pool("test", settings, settings.poolSize());
        this.session = new SqlSessionTemplate(ConnectionPools.sessions(pool, times));
        this.transactions = new SpringTransactions(new DataSourceTransactionManager(pool));
    }

    /** A database with the scripts of {@code sql/<folder>} applied. */
    public static SchemaFixture create(String folder) {
        return create(folder, CONNECTIONS);
    }

    /** The same with a pool of another size. */
    public static SchemaFixture create(String folder, int connections) {
        DevStackProcess stack = DevStackProcess.shared(Component.MARIADB);
        String server = "jdbc:mysql://" + stack.property("mysql.host") + ":" + stack.property("mysql.port") + "/";
        String user = stack.property("mysql.root.user");
        String password = stack.property("mysql.root.password");
        String name = folder + "_" + UUID.randomUUID().toString().substring(0, 8);
        Path scripts = Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", folder);
        try (Connection connection = DriverManager.getConnection(server, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " DEFAULT CHARACTER SET utf8mb4");
            connection.setCatalog(name);
            SchemaScripts.apply(connection, scripts);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + name, e);
        }
        return new SchemaFixture(
                server,
                name,
                new ProviderProperties.Db(server + name, user, password, connections, Duration.ofSeconds(3), "V001"));
    }

    /** How a provider would be configured for it. */
    public ProviderProperties.Db settings() {
        return settings;
    }

    /** The pool. */
    public DruidDataSource dataSource() {
        return pool;
    }

    /** MyBatis on the pool. */
    public SqlSessionTemplate session() {
        return session;
    }

    /** What the statements of {@link #session} took. */
    public StatementTimes times() {
        return times;
    }

    /** Transactions on the pool. */
    public Transactions transactions() {
        return transactions;
    }

    /** Runs one statement outside any transaction of the test. */
    public void execute(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** First column of every row, as text. */
    public List<String> texts(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(String.valueOf(result.getString(1)));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** First column of the first row. */
    public long number(String sql) {
        return Long.parseLong(texts(sql).get(0));
    }

    /** A connection beside the pool, set up as the pool's are. */
    public Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(server + name, settings.username(), settings.password());
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    @Override
    public void close() {
        pool.close();
        try (Connection connection = DriverManager.getConnection(server, settings.username(), settings.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot drop " + name, e);
        }
    }
}
