package io.jointlending.support.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.time.SettableClock;
import io.jointlending.support.tx.DatabaseFailure;
import io.jointlending.support.tx.SpringTransactions;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class DatabaseIT {
    private static @Nullable SchemaFixture shared;

    @BeforeAll
    static void make_the_schema() {
        shared = SchemaFixture.create("loan");
        schema().execute("CREATE TABLE pair (id INT PRIMARY KEY, n INT NOT NULL, CONSTRAINT ck_pair CHECK (n >= 0))");
        schema().execute("INSERT INTO pair VALUES (1, 0), (2, 0)");
    }

    @AfterAll
    static void drop_the_schema() {
        schema().close();
    }

    @Test
    void every_connection_is_set_up_as_the_system_expects() {
        JdbcTemplate jdbc = new JdbcTemplate(schema().dataSource());

        assertThat(jdbc.queryForObject("SELECT @@session.time_zone", String.class))
                .isEqualTo("+00:00");
        assertThat(jdbc.queryForObject("SELECT @@session.innodb_lock_wait_timeout", Integer.class))
                .isEqualTo(5);
        assertThat(jdbc.queryForObject("SELECT @@session.transaction_isolation", String.class))
                .isEqualTo("READ-COMMITTED");
    }

    @Test
    void the_victim_of_a_deadlock_runs_again_and_both_succeed() {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        CompletableFuture<Void> up = CompletableFuture.runAsync(() -> both(1, 2, bothHoldOne, runs));
        CompletableFuture<Void> down = CompletableFuture.runAsync(() -> both(2, 1, bothHoldOne, runs));

        CompletableFuture.allOf(up, down).orTimeout(20, TimeUnit.SECONDS).join();

        assertThat(runs).hasValue(3);
        assertThat(schema().texts("SELECT n FROM pair ORDER BY id")).containsExactly("2", "2");
    }

    @Test
    void failures_of_the_database_are_told_apart() {
        JdbcTemplate jdbc = new JdbcTemplate(schema().dataSource());
        assertThat(failure(() -> jdbc.update("INSERT INTO pair VALUES (1, 0)"))).isEqualTo(DatabaseFailure.DUPLICATE);
        assertThat(failure(() -> jdbc.update("UPDATE pair SET n = -1 WHERE id = 1")))
                .isEqualTo(DatabaseFailure.CHECK);
        assertThat(failure(() -> jdbc.update("UPDATE nothing SET n = 1"))).isEqualTo(DatabaseFailure.NONE);
        jdbc.setQueryTimeout(1);
        assertThat(failure(() -> jdbc.queryForObject("SELECT SLEEP(5) FROM pair WHERE id = 1", Integer.class)))
                .isEqualTo(DatabaseFailure.LOCK_WAIT);
    }

    @Test
    void a_database_that_is_away_is_told_within_the_wait_and_costs_no_more() {
        ProviderProperties.Db nowhere =
                new ProviderProperties.Db("jdbc:mysql://127.0.0.1:1/x", "u", "p", 2, Duration.ofMillis(500), "V001");
        try (var pool = ConnectionPools.pool("nowhere", nowhere, 2)) {
            Transactions transactions = new SpringTransactions(new DataSourceTransactionManager(pool));
            long start = System.nanoTime();

            assertThat(failure(() -> transactions.inTransaction(() -> {}))).isEqualTo(DatabaseFailure.UNREACHABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void two_instances_never_hand_out_the_same_number() {
        Set<String> numbers = ConcurrentHashMap.newKeySet();
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int instance = 0; instance < 2; instance++) {
            OrderNumbers own = OrderNumbers.stored(schema().transactions(), schema().session());
            for (int thread = 0; thread < 2; thread++) {
                threads.add(CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 1_500; i++) {
                        numbers.add(own.next(LocalDate.of(2026, 3, 1), "B-1"));
                    }
                }));
            }
        }
        threads.forEach(thread -> thread.orTimeout(30, TimeUnit.SECONDS).join());

        assertThat(numbers).hasSize(6_000);
        assertThat(schema().number("SELECT next_value FROM number_segment WHERE name = 'order'"))
                .isEqualTo(6_001);
    }

    @Test
    void a_number_taken_in_a_transaction_that_rolls_back_is_not_taken_again() {
        OrderNumbers numbers = OrderNumbers.stored(schema().transactions(), schema().session());
        List<Long> taken = new ArrayList<>();
        assertThatThrownBy(() -> schema().transactions().inTransaction(() -> {
                    taken.add(numbers.nextNumber("rollback"));
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(numbers.nextNumber("rollback")).isEqualTo(taken.get(0) + 1);
    }

    @Test
    void moving_the_business_date_moves_it_for_every_instance() {
        SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
        BusinessCalendar one = BusinessCalendar.movable(clock, schema().session());
        BusinessCalendar two = BusinessCalendar.movable(clock, schema().session());
        assertThat(two.today()).isEqualTo(LocalDate.of(2026, 3, 1));

        one.move(LocalDate.of(2026, 6, 1));
        one.move(LocalDate.of(2026, 7, 1));

        assertThat(two.today()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    private static SchemaFixture schema() {
        if (shared == null) {
            throw new IllegalStateException("not made");
        }
        return shared;
    }

    private static void both(int first, int second, CyclicBarrier bothHoldOne, AtomicInteger runs) {
        Map<Integer, Boolean> met = new ConcurrentHashMap<>();
        schema().transactions().inTransaction(() -> {
            runs.incrementAndGet();
            JdbcTemplate jdbc = new JdbcTemplate(schema().dataSource());
            jdbc.update("UPDATE pair SET n = n + 1 WHERE id = ?", first);
            if (met.put(first, true) == null) {
                meet(bothHoldOne);
            }
            jdbc.update("UPDATE pair SET n = n + 1 WHERE id = ?", second);
        });
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) { // three kinds, all of them the end of this test
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseFailure failure(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            return DatabaseFailure.of(e);
        }
        throw new AssertionError("it did not fail");
    }
}
