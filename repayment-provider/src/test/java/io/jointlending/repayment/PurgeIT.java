package io.jointlending.repayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.purge.PurgeOld;
import io.jointlending.support.job.Job;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurgeIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final int DAYS = 30;
    private static final String KEPT = "2026-10-22";
    private static final String OLD = "2026-10-21";

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void snapshots_older_than_they_are_kept_go_in_batches_the_oldest_first() {
        snapshots(2_300, OLD);
        snapshots(5, KEPT);
        assertThat(run(PurgeOld.snapshots(DATABASE.session(), DAYS))).containsExactly(1_000L, 1_000L, 300L);
        assertThat(texts("SELECT DISTINCT business_date FROM penalty_snapshot")).containsExactly(KEPT);
        assertThat(run(PurgeOld.snapshots(DATABASE.session(), DAYS))).containsExactly(0L);
    }

    @Test
    void attempts_that_have_not_ended_stay_however_old() {
        attempt(1, OLD, 40);
        attempt(2, OLD, 80);
        attempt(3, OLD, 20);
        attempt(4, KEPT, 40);
        assertThat(run(PurgeOld.attempts(DATABASE.session(), DAYS))).containsExactly(2L);
        assertThat(texts("SELECT payment_no FROM collection_attempt ORDER BY payment_no"))
                .containsExactly("P3", "P4");
    }

    @Test
    void nothing_is_kept_for_less_than_a_day() {
        assertThatThrownBy(() -> PurgeOld.attempts(DATABASE.session(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(PurgeOld.ATTEMPTS);
    }

    private static List<Long> run(Job job) {
        List<Long> rows = new ArrayList<>();
        Step step = Step.next("", 0);
        while (!step.last()) {
            Slice slice = new Slice(TODAY, 0, job.shards(), step.cursor());
            step = DATABASE.transactions().inTransaction(() -> job.step(slice));
            rows.add(step.rows());
        }
        return rows;
    }

    private static void snapshots(int rows, String day) {
        List<Object[]> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            values.add(new Object[] {day, String.format("260115%012d0042", i)});
        }
        DATABASE.jdbc()
                .batchUpdate(
                        """
                        INSERT INTO penalty_snapshot (business_date, order_no, installment_no, shard_key, ledger_version, as_of, due_date,
                          overdue_days, open_principal_fen, open_interest_fen, open_fee_fen, penalty_fen, open_penalty_fen)
                        VALUES (?, ?, 1, 42, 1, '2026-11-01', '2026-02-15', 1, 1, 0, 0, 0, 0)
                        """,
                        values);
    }

    private static void attempt(int number, String day, int status) {
        boolean ended = status >= 40;
        DATABASE.jdbc()
                .update(
                        """
                        INSERT INTO collection_attempt (order_no, business_date, shard_key, payment_no, amount_fen, status, queries,
                          next_query_at, sent_at, ended_at, reference_no, repayment_no)
                        VALUES (?, ?, 42, ?, 100, ?, 0, ?, '2026-01-01', ?, ?, ?)
                        """,
                        String.format("260115%012d0042", number),
                        day,
                        "P" + number,
                        status,
                        ended ? null : "2026-01-01",
                        ended ? "2026-01-01" : null,
                        status == 40 ? "R" + number : null,
                        status == 40 ? "B" + number : null);
    }

    private static List<String> texts(String sql) {
        return DATABASE.jdbc().queryForList(sql, String.class);
    }
}
