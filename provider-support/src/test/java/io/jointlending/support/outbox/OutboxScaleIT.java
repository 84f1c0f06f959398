package io.jointlending.support.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.wiring.SchemaFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The claim beside a million messages that were sent. */
class OutboxScaleIT {
    private static final int SENT = 1_000_000;
    private static final int DUE = 1_000;
    private static final int BATCH = 200;
    private static final String CLAIM = OutboxMapper.CLAIM.replace("#{limit}", Integer.toString(BATCH));
    private static final SchemaFixture SCHEMA = SchemaFixture.create("channel_admin");

    @BeforeAll
    static void fill() {
        String columns = "(msg_key, msg_type, topic, tag, headers, body, status, next_at, sent_at)";
        SCHEMA.execute("INSERT INTO mq_outbox " + columns
                + " VALUES ('s-0', 'Test', 'channel-admin', 'Test', '{}', '{}', 2, NOW(3), NOW(3))");
        for (int rows = 1; rows < SENT; rows *= 2) {
            SCHEMA.execute("INSERT INTO mq_outbox " + columns + " SELECT CONCAT('s-', " + rows
                    + " + CAST(SUBSTR(msg_key, 3) AS SIGNED)), msg_type, topic, tag, headers, body, status,"
                    + " NOW(3) - INTERVAL id SECOND, NOW(3) FROM mq_outbox LIMIT " + Math.min(rows, SENT - rows));
        }
        SCHEMA.execute("INSERT INTO mq_outbox " + columns + " SELECT CONCAT('d-', id), msg_type, topic, tag, headers,"
                + " body, 0, NOW(3) - INTERVAL 1 SECOND, NULL FROM mq_outbox ORDER BY id LIMIT " + DUE);
        SCHEMA.execute("ANALYZE TABLE mq_outbox");
    }

    @AfterAll
    static void drop() {
        SCHEMA.close();
    }

    @Test
    void the_claim_reads_the_index_in_order_and_locks_its_batch_only() throws SQLException {
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM mq_outbox")).isEqualTo(SENT + DUE);
        try (Connection one = SCHEMA.open();
                Connection two = SCHEMA.open()) {
            try (Statement statement = one.createStatement();
                    ResultSet plan = statement.executeQuery("EXPLAIN " + CLAIM)) {
                List<String> keys = new ArrayList<>();
                while (plan.next()) { // of the claim, and of the search for earlier ones of an order key
                    keys.add(plan.getString("key"));
                    assertThat(plan.getString("Extra"))
                            .doesNotContainIgnoringCase("filesort")
                            .doesNotContainIgnoringCase("temporary");
                }
                assertThat(keys).hasSize(2).startsWith("idx_due").doesNotContainNull();
            }
            one.setAutoCommit(false);
            two.setAutoCommit(false);
            long read;
            Set<Long> first;
            try (Statement statement = one.createStatement()) {
                read = rowsRead(statement);
                first = ids(one);
                read = rowsRead(statement) - read;
            }
            assertThat(read).as("rows and entries read for a batch").isLessThan(3L * BATCH);
            Set<Long> second = ids(two);
            assertThat(first).hasSize(BATCH);
            assertThat(second).hasSize(BATCH).doesNotContainAnyElementsOf(first);
            // an entry of the index and its row, for each of the batch; one more where the reading stopped
            assertThat(locks(one)).isBetween((long) BATCH, 2L * BATCH + 2);
            one.rollback();
            two.rollback();
        }
    }

    @Test
    void nothing_to_claim_is_found_out_without_reading_the_sent_ones() throws SQLException {
        try (Connection one = SCHEMA.open();
                Statement statement = one.createStatement()) {
            one.setAutoCommit(false);
            statement.execute("UPDATE mq_outbox SET next_at = NOW(3) + INTERVAL 1 HOUR WHERE status = 0");
            long before = rowsRead(statement);
            assertThat(ids(one)).isEmpty();
            assertThat(rowsRead(statement) - before).isLessThan(100);
            one.rollback();
        }
    }

    private static Set<Long> ids(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(CLAIM)) {
            Set<Long> ids = new HashSet<>();
            while (rows.next()) {
                ids.add(rows.getLong("id"));
            }
            return ids;
        }
    }

    private static long locks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT trx_rows_locked FROM information_schema.innodb_trx"
                        + " WHERE trx_mysql_thread_id = CONNECTION_ID()")) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    private static long rowsRead(Statement statement) throws SQLException {
        long read = 0;
        try (ResultSet rows = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
            while (rows.next()) {
                read += rows.getLong(2);
            }
        }
        return read;
    }
}
