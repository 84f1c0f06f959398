package io.jointlending.support.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.support.job.JobRunner;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MessagePurgeIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final SchemaFixture SCHEMA = SchemaFixture.create("channel_admin");
    private static final Retention KEPT = new Retention(7, 14, 30, 90, 90, 1825);

    @AfterAll
    static void drop() {
        SCHEMA.close();
    }

    @Test
    void what_is_done_and_old_goes_in_small_batches_and_all_else_stays() {
        messages(1_700, 2, 8, "old-sent-");
        messages(30, 5, 8, "old-cancelled-");
        messages(20, 0, 8, "old-pending-");
        messages(20, 3, 8, "old-dead-");
        messages(20, 4, 8, "old-expired-");
        messages(40, 2, 6, "young-sent-");
        SCHEMA.execute("UPDATE mq_outbox SET sent_at = NOW(3) WHERE msg_key = 'old-sent-7'"); // replayed yesterday
        numbers("INSERT INTO mq_consume_log (consumer_group, msg_key, body_hash, consumed_at)"
                + " SELECT 'g', CONCAT('k-', n), REPEAT('0', 64), NOW(3) - INTERVAL IF(n < 1200, 15, 13) DAY FROM %s"
                + " WHERE n < 1300");
        numbers("INSERT INTO idempotent_command (caller, operation, request_no, body_hash, answer, created_at)"
                + " SELECT 'c', 'o', CONCAT('r-', n), REPEAT('0', 64), '{}', NOW(3) - INTERVAL IF(n < 10, 31, 29) DAY"
                + " FROM %s WHERE n < 25");
        numbers("INSERT INTO job_run (job, business_date, shard, shards, status, cursor_key, lease_until, done_rows,"
                + " done_steps, attempts, failures, started_by, finished_at)"
                + " SELECT 'other', '2026-01-01', n, 10, IF(n < 8, 'DONE', 'OPEN'), '', NOW(3) - INTERVAL 91 DAY, 0, 0,"
                + " 0, 0, 't', IF(n < 8, NOW(3), NULL) FROM %s WHERE n < 10");
        numbers("INSERT INTO alarm (alarm_code, subject_key, detail, next_at, delivered_at)"
                + " SELECT 'DEAD_LETTER', CONCAT('s-', n), 'd', NOW(3) - INTERVAL 100 DAY,"
                + " IF(n < 600, NOW(3) - INTERVAL 91 DAY, IF(n < 603, NOW(3) - INTERVAL 89 DAY, NULL)) FROM %s"
                + " WHERE n < 607");
        numbers("INSERT INTO message_audit (operator, caller, request_no, action, source, row_no, msg_key,"
                + " before_state, after_state, note, outcome, created_at) SELECT 'li', 'c', CONCAT('r-', n),"
                + " 'GIVE_UP', 'OUTBOX', n, CONCAT('k-', n), 'DEAD', 'CANCELLED', 'note', 'given up', NOW(3) -"
                + " INTERVAL IF(n < 1100, 1826, 1824) DAY FROM %s WHERE n < 1110 ORDER BY n");
        MessagePurge purge = new MessagePurge(SCHEMA.session(), KEPT);
        JobRunner runner = new JobRunner(
                List.of(purge),
                SCHEMA.transactions(),
                SCHEMA.session(),
                "it",
                BusinessCalendar.fixed(TODAY),
                new SimpleMeterRegistry(),
                1,
                false);
        runner.start(purge, TODAY, "tester");
        while (runner.work() > 0) {
            assertThat(runner.progress(purge, TODAY)).allMatch(shard -> shard.failures() == 0);
        }

        assertThat(runner.progress(purge, TODAY)).allMatch(shard -> shard.done());
        assertThat(SCHEMA.texts("SELECT CONCAT(status, ' ', COUNT(*)) FROM mq_outbox GROUP BY status ORDER BY 1"))
                .containsExactly("0 20", "2 41", "3 20", "4 20");
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM mq_consume_log")).isEqualTo(100);
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM idempotent_command")).isEqualTo(15);
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM job_run WHERE job = 'other'"))
                .isEqualTo(2);
        assertThat(SCHEMA.texts("SELECT IF(delivered_at IS NULL, 'untold', 'told') FROM alarm ORDER BY id"))
                .containsExactly("told", "told", "told", "untold", "untold", "untold", "untold");
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM message_audit")).isEqualTo(10);
    }

    @Test
    void keys_of_consumed_messages_outlive_the_messages() {
        assertThatThrownBy(() -> new Retention(7, 7, 30, 90, 90, 1825)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Retention(3, 6, 30, 90, 90, 1825)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Retention(0, 14, 30, 90, 90, 1825)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Retention(7, 14, 30, 90, 0, 1825)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Retention(7, 14, 30, 90, 90, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void messages(int count, int status, int daysOld, String prefix) {
        numbers("INSERT INTO mq_outbox (msg_key, msg_type, topic, tag, body, status, next_at, created_at, updated_at,"
                + " sent_at) SELECT CONCAT('" + prefix + "', n), 'Test', 'channel-admin', 'Test', '{}', " + status
                + ", NOW(3) - INTERVAL 9 DAY, NOW(3) - INTERVAL " + daysOld + " DAY, NOW(3) - INTERVAL "
                + daysOld
                + " DAY, IF(" + status + " = 2, NOW(3) - INTERVAL " + daysOld + " DAY, NULL) FROM %s WHERE n < "
                + count);
    }

    /** The statement with a table of the numbers 0 to 9,999. */
    private static void numbers(String statement) {
        String digits = "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";
        SCHEMA.execute(statement.formatted("(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM " + digits
                + " a, " + digits + " b, " + digits + " c, " + digits + " e) numbers"));
    }
}
