package io.jointlending.channel;

import io.jointlending.api.approval.ApprovalService;
import io.jointlending.api.message.ApprovalExecuted;
import io.jointlending.channel.approval.ApprovalExpiry;
import io.jointlending.channel.approval.Changes;
import io.jointlending.channel.approval.Commands;
import io.jointlending.channel.approval.ReceiveAnswer;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.channel.iam.Login;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.outbox.InMemoryTransport;
import io.jointlending.support.outbox.MessageRegistry;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxExpiry;
import io.jointlending.support.outbox.OutboxRelay;
import io.jointlending.support.schema.SchemaScripts;
import io.jointlending.support.tx.Transactions;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ibatis.session.SqlSession;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** Users and approvals on a database of their own, wired as the provider wires them; messages stay in the outbox. */
public final class Fixture implements AutoCloseable {
    private final SchemaFixture database;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private Fixture(SchemaFixture database) {
        this.database = database;
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("jl.iam.password-rounds", "10000")));
        context.registerBean(SchemaFixture.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.register(Wiring.class);
        context.refresh();
    }

    /** With the sample products and institutions. */
    public static Fixture open() {
        SchemaFixture database = SchemaFixture.create("channel_admin");
        Path scripts = Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "channel_admin");
        try (Connection connection = database.open()) {
            SchemaScripts.seed(connection, scripts);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot seed " + scripts, e);
        }
        return new Fixture(database);
    }

    /** Where everything is stored. */
    public SchemaFixture database() {
        return database;
    }

    /** The door for proposals. */
    public ApprovalService approvals() {
        return context.getBean(ApprovalService.class);
    }

    /** Every action. */
    public Changes changes() {
        return context.getBean(Changes.class);
    }

    /** The job that marks old proposals. */
    public ApprovalExpiry expiry() {
        return context.getBean(ApprovalExpiry.class);
    }

    /** Opens sessions. */
    public Login login() {
        return context.getBean(Login.class);
    }

    /** Any other part, as the provider wires it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** What another provider answers. */
    public void answer(ApprovalExecuted answer) {
        ReceiveAnswer receive = new ReceiveAnswer(context.getBean(Commands.class), context.getBean(AuditLog.class));
        database.transactions().inTransaction(() -> receive.run(answer));
    }

    /** Every row of a table as text. */
    public String dump(String table) {
        List<String> columns = database.texts("SELECT column_name FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND table_name = '" + table + "'");
        String all = String.join(
                ", ",
                columns.stream()
                        .map(column -> "COALESCE(CONVERT(`" + column + "` USING utf8mb4), '')")
                        .toList());
        return String.join("\n", database.texts("SELECT CONCAT_WS('|', " + all + ") FROM " + table));
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({
        ConfigurationWiring.class,
        ConfigurationFileWiring.class,
        AcquisitionWiring.class,
        IamWiring.class,
        ApprovalWiring.class
    })
    static class Wiring {
        @Bean
        SqlSession session(SchemaFixture database) {
            return database.session();
        }

        @Bean
        Transactions transactions(SchemaFixture database) {
            return database.transactions();
        }

        @Bean
        IdempotentCommands idempotent(SchemaFixture database) {
            return IdempotentCommands.stored(database.transactions(), database.session());
        }

        @Bean
        ConfigurationCache cache() {
            return ConfigurationCache.local();
        }

        @Bean
        Outbox outbox(SchemaFixture database, List<MessageType> types) {
            MessageRegistry registry = MessageRegistry.of(types);
            OutboxRelay neverStarted = new OutboxRelay(
                    database.transactions(),
                    database.session(),
                    "test",
                    new InMemoryTransport(),
                    new OutboxExpiry(database.transactions(), database.session(), registry),
                    new SimpleMeterRegistry());
            return Outbox.stored(database.dataSource(), database.session(), registry, neverStarted);
        }
    }
}
