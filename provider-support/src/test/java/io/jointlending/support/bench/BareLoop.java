package io.jointlending.support.bench;

import io.jointlending.support.wiring.SchemaFixture;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts without an outbox: what the database and the pool allow. */
final class BareLoop {
    private static final String BUSINESS = "INSERT INTO bench_business (note) VALUES (?)";
    private static final String MESSAGE =
            """
            INSERT INTO mq_outbox (msg_key, msg_type, topic, tag, headers, body, max_attempts, next_at)
            VALUES (?, 'Bench', 'channel-admin', 'Bench', ?, ?, 16, NOW(3) + INTERVAL 1 DAY)
            """;
    private static final String HEADERS =
            "{\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"}";

    private final SchemaFixture schema;
    private final JdbcTemplate jdbc;
    private final byte[] body;

    BareLoop(SchemaFixture schema, String body) {
        this.schema = schema;
        this.jdbc = new JdbcTemplate(schema.dataSource());
        this.body = body.getBytes(StandardCharsets.UTF_8);
    }

    /** The row of business, in the running transaction. */
    void business(String note) {
        jdbc.update(BUSINESS, note);
    }

    /** A transaction with the row of business. */
    void oneRow(String note) {
        schema.transactions().inTransaction(() -> business(note));
    }

    /** A transaction with the row of business and the row of a message, which nobody sends or marks. */
    void twoRows(String key) {
        schema.transactions().inTransaction(() -> {
            business(key);
            jdbc.update(MESSAGE, key, HEADERS, body);
        });
    }
}
