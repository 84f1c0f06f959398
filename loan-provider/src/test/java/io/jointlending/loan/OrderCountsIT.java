package io.jointlending.loan;

import static io.jointlending.loan.order.domain.MasterOrderStatus.ACTIVE;
import static io.jointlending.loan.order.domain.MasterOrderStatus.INIT;
import static io.jointlending.loan.order.domain.MasterOrderStatus.LOAN_OUT_OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.loan.StateCountView;
import io.jointlending.api.loan.StateCountsAtView;
import io.jointlending.api.loan.StateCountsView;
import io.jointlending.loan.database.LoanDatabase;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.loan.order.application.FindStateCounts;
import io.jointlending.loan.order.domain.MasterOrderStatus;
import io.jointlending.loan.order.persistence.OrderCountPurge;
import io.jointlending.loan.order.persistence.OrderCounts;
import io.jointlending.support.job.Slice;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderCountsIT {
    private static final LoanDatabase DATABASE = new LoanDatabase();

    private final LoanWorld world = new MySqlLoans(DATABASE).world();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void nothing_was_counted() {
        DATABASE.jdbc().update("DELETE FROM order_state_hour");
    }

    @Test
    void what_is_counted_is_the_row_of_the_hour_and_an_empty_state_is_counted_too() {
        world.activate("B-1", LoanWorld.person(1));
        world.submit("B-1", 100_000);
        world.paidOut("B-1", 100_000);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        count(meters);
        StateCountsAtView hour = only(find(1));
        assertThat(hour.counts()).extracting(StateCountView::status).containsExactly(10, 20, 30, 40, 50, 60, 80, 90);
        long waiting = of(hour, LOAN_OUT_OK);
        assertThat(of(hour, INIT)).isPositive();
        assertThat(waiting).isPositive();
        assertThat(of(hour, ACTIVE)).isZero();
        assertThat(meters.get("jl.orders").tag("status", "30").gauge().value()).isEqualTo((double) waiting);

        // another instance, later in the hour: the state that became empty is counted as empty
        DATABASE.jdbc().update("UPDATE order_state_hour SET orders = 7 WHERE status = 40");
        count(new SimpleMeterRegistry());
        assertThat(of(only(find(1)), ACTIVE)).isZero();
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    @Test
    void it_does_not_count_again_before_its_time_and_a_look_at_the_figures_counts_nothing() {
        OrderCounts counts = count(new SimpleMeterRegistry());
        long before = counts.in(INIT.code());
        world.submit("B-2", 100_000);
        DATABASE.transactions().inTransaction(counts::count);
        assertThat(counts.in(INIT.code())).isEqualTo(before);
        assertThat(of(only(find(1)), INIT)).isEqualTo(before);
    }

    @Test
    void a_week_is_told_by_the_hour_and_more_by_the_last_count_of_each_day() {
        for (int hours = 0; hours < 24 * 40; hours++) {
            for (MasterOrderStatus status : MasterOrderStatus.values()) {
                DATABASE.jdbc()
                        .update(
                                "INSERT INTO order_state_hour (hour_at, status, orders) VALUES"
                                        + " (DATE_FORMAT(NOW(3), '%Y-%m-%d %H:00:00') - INTERVAL ? HOUR, ?, ?)",
                                hours, status.code(), 1_000L - hours);
            }
        }
        StateCountsView week = find(7);
        assertThat(week.times()).hasSizeBetween(24 * 7, 24 * 7 + 1);
        assertThat(week.times()).extracting(StateCountsAtView::hourAt).isSorted();
        StateCountsView month = find(30);
        assertThat(month.times()).hasSizeBetween(30, 31);
        assertThat(month.times())
                .extracting(StateCountsAtView::hourAt)
                .isSorted()
                .filteredOn(at ->
                        at.isBefore(month.times().get(month.times().size() - 1).hourAt()))
                .allMatch(at -> at.getHour() == 23);
        assertThat(of(month.times().get(month.times().size() - 1), ACTIVE)).isEqualTo(1_000);
    }

    @Test
    void the_count_reads_an_index_alone_and_what_nobody_can_ask_for_is_deleted() {
        List<Map<String, Object>> plan = DATABASE.jdbc()
                .queryForList(
                        "EXPLAIN SELECT status, COUNT(*) AS orders FROM loan_order FORCE INDEX (idx_query) GROUP BY status");
        assertThat(plan).singleElement().satisfies(line -> {
            assertThat(line.get("key")).isEqualTo("idx_query");
            assertThat(String.valueOf(line.get("Extra")))
                    .contains("Using index")
                    .doesNotContain("temporary", "filesort");
        });
        DATABASE.jdbc()
                .update(
                        "INSERT INTO order_state_hour (hour_at, status, orders) VALUES (NOW() - INTERVAL 401 DAY, 40, 1),"
                                + " (NOW() - INTERVAL 399 DAY, 40, 1)");
        OrderCountPurge purge = new OrderCountPurge(new OrderCounts(DATABASE.session(), new SimpleMeterRegistry()));
        assertThat(DATABASE.transactions()
                        .inTransaction(() -> purge.step(new Slice(LocalDate.of(2026, 1, 31), 0, 1, "")))
                        .last())
                .isTrue();
        assertThat(DATABASE.jdbc().queryForObject("SELECT COUNT(*) FROM order_state_hour", Long.class))
                .isEqualTo(1);
    }

    private OrderCounts count(SimpleMeterRegistry meters) {
        OrderCounts counts = new OrderCounts(DATABASE.session(), meters);
        DATABASE.transactions().inTransaction(counts::count);
        return counts;
    }

    private static StateCountsView find(int days) {
        return new FindStateCounts(new OrderCounts(DATABASE.session(), new SimpleMeterRegistry())).run(days);
    }

    private static StateCountsAtView only(StateCountsView view) {
        assertThat(view.times()).hasSize(1);
        return view.times().get(0);
    }

    private static long of(StateCountsAtView time, MasterOrderStatus status) {
        return time.counts().stream()
                .filter(count -> count.status() == status.code())
                .mapToLong(StateCountView::orders)
                .sum();
    }
}
