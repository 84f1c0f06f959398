package io.jointlending.repayment.database;

import io.jointlending.api.message.MessageTypes;
import io.jointlending.repayment.memory.BookedLine;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.money.Amounts;
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
import io.jointlending.support.tx.Transactions;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The schema of this provider, made by the shipped scripts in a database with a random name; dropped at the end. */
public final class RepaymentDatabase implements AutoCloseable {
    private static final Path SCRIPTS =
            Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "repayment");
    private static final int CONNECTIONS = 24;
    private static final int PATIENCE_MILLIS = 60_000;

    private final SchemaFixture schema = SchemaFixture.create("repayment");

    /** Creates the database on the stack of this test JVM. */
    public RepaymentDatabase() {
        // before the first connection: a loaded machine must not decide whether a test passes
        schema.dataSource().setMaxActive(CONNECTIONS);
        schema.dataSource().setMaxWait(PATIENCE_MILLIS);
    }

    /** MyBatis as a provider has it. */
    public SqlSessionTemplate session() {
        return schema.session();
    }

    /** Transactions on the pool. */
    public Transactions transactions() {
        return schema.transactions();
    }

    /** The real outbox with a relay that is never started: messages stay in the table. */
    public Outbox outbox() {
        MessageRegistry types = MessageRegistry.of(List.of(
                MessageType.of(MessageTypes.TOPIC_REPAYMENT, MessageTypes.REPAYMENT_POSTED),
                MessageType.of(MessageTypes.TOPIC_REPAYMENT, MessageTypes.REPAYMENT_REVERSED),
                MessageType.of(MessageTypes.TOPIC_REPAYMENT, MessageTypes.MASTER_ORDER_SETTLED)));
        OutboxRelay relay = new OutboxRelay(
                transactions(),
                session(),
                "it",
                new NoTransport(),
                new OutboxExpiry(transactions(), session(), types),
                new SimpleMeterRegistry());
        return Outbox.stored(schema.dataSource(), session(), types, relay);
    }

    /** For what tests look at or set by hand; beside the pool, whose connections commit nothing by themselves. */
    public JdbcTemplate jdbc() {
        ProviderProperties.Db settings = schema.settings();
        return new JdbcTemplate(new DriverManagerDataSource(settings.url(), settings.username(), settings.password()));
    }

    /** The lines of the split of an order, by sequence, installment and sub-order. */
    public List<BookedLine> splitLines(String orderNo) {
        return jdbc().query(
                        """
                        SELECT * FROM split_line WHERE order_no = ? ORDER BY sequence_no, installment_no, sub_order_no
                        """,
                        (row, number) -> new BookedLine(
                                row.getLong("sequence_no"),
                                row.getInt("installment_no"),
                                row.getString("sub_order_no"),
                                row.getString("institution_code"),
                                row.getString("repayment_no"),
                                row.getObject("value_date", LocalDate.class),
                                row.getObject("booking_date", LocalDate.class),
                                new Amounts(
                                        row.getLong("due_principal_fen"),
                                        row.getLong("due_interest_fen"),
                                        row.getLong("due_penalty_fen"),
                                        row.getLong("due_fee_fen")),
                                new Amounts(
                                        row.getLong("settled_principal_fen"),
                                        row.getLong("settled_interest_fen"),
                                        row.getLong("settled_penalty_fen"),
                                        row.getLong("settled_fee_fen"))),
                        orderNo);
    }

    /** The rules of C001 that are broken; empty if all is well. */
    public List<VerifyReport.BrokenRule> brokenRules() {
        try (Connection connection = schema.open()) {
            return SchemaScripts.verify(connection, SCRIPTS).broken();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot verify the schema", e);
        }
    }

    /** Runs the shipped archive scripts. */
    public ArchiveReport archive(ArchiveRequest request) {
        try (Connection connection = schema.open()) {
            return SchemaScripts.archive(connection, SCRIPTS, request, line -> {});
        } catch (SQLException e) {
            throw new IllegalStateException("cannot archive", e);
        }
    }

    /** Takes a version and the newer ones back and applies them again; tables that it made may be dropped with their rows. */
    public void takeBackAndApply(String version) {
        try (Connection connection = schema.open()) {
            String newest = SchemaScripts.status(connection, SCRIPTS).version();
            while (newest.compareTo(version) >= 0) {
                newest = SchemaScripts.rollback(connection, SCRIPTS, newest, true, PATIENCE_MILLIS / 1000)
                        .version();
            }
            SchemaScripts.apply(connection, SCRIPTS);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot change the schema", e);
        }
    }

    /** Empties every table. */
    public void empty() {
        jdbc().queryForList(
                        """
                        SELECT table_name FROM information_schema.tables
                         WHERE table_schema = DATABASE() AND table_name <> 'schema_history'
                        """,
                        String.class)
                .forEach(table -> jdbc().execute("DELETE FROM " + table));
    }

    @Override
    public void close() {
        schema.close();
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
