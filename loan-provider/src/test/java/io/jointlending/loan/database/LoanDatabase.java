package io.jointlending.loan.database;

import com.alibaba.druid.pool.DruidDataSource;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.support.outbox.MessageRegistry;
import io.jointlending.support.outbox.MessageTransport;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxExpiry;
import io.jointlending.support.outbox.OutboxRelay;
import io.jointlending.support.outbox.OutgoingMessage;
import io.jointlending.support.outbox.SendOutcome;
import io.jointlending.support.schema.ArchiveReport;
import io.jointlending.support.schema.ArchiveRequest;
import io.jointlending.support.schema.SchemaScripts;
import io.jointlending.support.schema.VerifyReport;
import io.jointlending.support.tx.SpringTransactions;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.mybatis.spring.SqlSessionTemplate;
import org.mybatis.spring.transaction.SpringManagedTransactionFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The schema of this provider, made by the shipped scripts in a database with a random name; dropped at the end. */
public final class LoanDatabase implements AutoCloseable {
    private static final Path SCRIPTS = Path.of(System.getProperty("project.root", ".."), "sql", "loan");

    private final String name =
            "loan_it_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final String server;
    private final String user;
    private final String password;
    private final DruidDataSource pool;
    private final SqlSession session;

    /** Creates the database on the dev stack of this test JVM. */
    public LoanDatabase() {
        this(DevStackProcess.shared(Component.MARIADB));
    }

    /** Creates the database on a stack. */
    public LoanDatabase(DevStackProcess stack) {
        server = "jdbc:mysql://" + stack.property("mysql.host") + ":" + stack.property("mysql.port") + "/";
        user = stack.property("mysql.root.user");
        password = stack.property("mysql.root.password");
        pool = new DruidDataSource();
        try {
            try (Connection connection = DriverManager.getConnection(server, user, password);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
                connection.setCatalog(name);
                SchemaScripts.apply(connection, SCRIPTS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create " + name, e);
        }
        pool.setUrl(server + name);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaxActive(24);
        pool.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        pool.setConnectionInitSqls(List.of("SET time_zone = '+00:00'", "SET innodb_lock_wait_timeout = 5"));
        Configuration configuration =
                new Configuration(new Environment("it", new SpringManagedTransactionFactory(), pool));
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setArgNameBasedConstructorAutoMapping(true);
        session = new SqlSessionTemplate(new SqlSessionFactoryBuilder().build(configuration));
    }

    /** JDBC URL of the database. */
    public String url() {
        return server + name;
    }

    /** Its account. */
    public String user() {
        return user;
    }

    /** Its password. */
    public String password() {
        return password;
    }

    /** A session that joins the running transaction. */
    public SqlSession session() {
        return session;
    }

    /** Transactions on the pool. */
    public Transactions transactions() {
        return new SpringTransactions(new DataSourceTransactionManager(pool));
    }

    /** The real outbox with a relay that is never started: messages stay in the table. */
    public Outbox outbox() {
        MessageRegistry types = MessageRegistry.of(
                List.of(MessageType.of(MessageTypes.TOPIC_LOAN, MessageTypes.MASTER_ORDER_ACTIVATED)));
        OutboxRelay relay = new OutboxRelay(
                transactions(),
                session,
                "it",
                new NoTransport(),
                new OutboxExpiry(transactions(), session, types),
                new SimpleMeterRegistry());
        return Outbox.stored(pool, session, types, relay);
    }

    /** For what tests look at or set by hand. */
    public JdbcTemplate jdbc() {
        return new JdbcTemplate(pool);
    }

    /** The rules of C001 that are broken; empty if all is well. */
    public List<VerifyReport.BrokenRule> brokenRules() {
        try (Connection connection = DriverManager.getConnection(server + name, user, password)) {
            return SchemaScripts.verify(connection, SCRIPTS).broken();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot verify " + name, e);
        }
    }

    /** Runs the shipped archive scripts. */
    public ArchiveReport archive(ArchiveRequest request) {
        try (Connection connection = DriverManager.getConnection(server + name, user, password)) {
            return SchemaScripts.archive(connection, SCRIPTS, request, line -> {});
        } catch (SQLException e) {
            throw new IllegalStateException("cannot archive " + name, e);
        }
    }

    /** The tables of this provider, without the history of the scripts. */
    public List<String> tables() {
        return jdbc()
                .queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = ?", String.class, name)
                .stream()
                .map(table -> table.toLowerCase(Locale.ROOT))
                .filter(table -> !table.equals("schema_history"))
                .toList();
    }

    /** Empties every table. */
    public void empty() {
        tables().forEach(table -> jdbc().execute("DELETE FROM " + table));
    }

    @Override
    public void close() {
        jdbc().execute("DROP DATABASE " + name);
        pool.close();
    }

    private static final class NoTransport implements MessageTransport {
        @Override
        public void start() {}

        @Override
        public void send(OutgoingMessage message, Consumer<SendOutcome> outcome) {
            throw new IllegalStateException("the relay of this test is not started");
        }

        @Override
        public void close() {}
    }
}
