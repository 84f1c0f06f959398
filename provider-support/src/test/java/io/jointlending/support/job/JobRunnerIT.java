package io.jointlending.support.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.ops.JobRunView;
import io.jointlending.api.ops.JobStatusQuery;
import io.jointlending.api.ops.RunJobRequest;
import io.jointlending.support.Eventually;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class JobRunnerIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final int SHARDS = 4;
    private static final int ROWS_PER_SHARD = 50;
    private static final SchemaFixture SCHEMA = SchemaFixture.create("repayment");

    private final BusinessCalendar calendar = BusinessCalendar.fixed(TODAY);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger steps = new AtomicInteger();
    private volatile BooleanSupplier fault = () -> false;

    @BeforeEach
    void empty() {
        SCHEMA.execute("DELETE FROM job_run");
        SCHEMA.execute("DELETE FROM idempotent_command");
        SCHEMA.execute("CREATE TABLE IF NOT EXISTS job_effect (shard INT, number INT, PRIMARY KEY (shard, number))");
        SCHEMA.execute("DELETE FROM job_effect");
    }

    @AfterAll
    static void drop() {
        SCHEMA.close();
    }

    @Test
    void a_run_works_through_all_its_shards_once() {
        Counting job = new Counting(true);
        JobRunner runner = runner("a", job, false);
        runner.start(job, TODAY, "tester");
        runner.start(job, TODAY, "another");

        finish(runner);

        assertDone(runner, job, TODAY);
        assertThat(SCHEMA.texts("SELECT DISTINCT started_by FROM job_run")).containsExactly("tester");
        assertThat(meters.counter("jl.job.rows", "job", "counting").count()).isEqualTo(SHARDS * ROWS_PER_SHARD);
        runner.start(job, TODAY, "tester");
        assertThat(runner.work()).isZero();
    }

    @Test
    void a_step_that_fails_leaves_nothing_and_is_tried_again_from_its_cursor() {
        Counting job = new Counting(true);
        JobRunner runner = runner("a", job, false);
        runner.start(job, TODAY, "tester");
        fault = () -> steps.get() == 7;

        finish(runner);

        List<ShardProgress> stopped = runner.progress(job, TODAY);
        assertThat(stopped).filteredOn(shard -> !shard.done()).singleElement().satisfies(shard -> {
            assertThat(shard.state()).isEqualTo("WAITING");
            assertThat(shard.failures()).isEqualTo(1);
            assertThat(shard.lastError()).contains("broken at step 7");
        });
        assertThat(meters.get("jl.job.failing").gauge().value()).isEqualTo(1);

        runner.start(job, TODAY, "tester"); // ends the pause
        finish(runner);
        assertDone(runner, job, TODAY);
    }

    @Test
    void an_instance_that_died_is_followed_by_another_and_cannot_write_any_more() {
        Counting job = new Counting(true);
        JobRunner dead = runner("dead", job, false);
        JobRunner other = runner("other", job, false);
        dead.start(job, TODAY, "tester");
        JobRuns late = new JobRuns(SCHEMA.transactions(), SCHEMA.session(), "dead");
        Claim lost = late.claim(List.of("counting")).orElseThrow();
        finish(other);
        assertThat(other.progress(job, TODAY))
                .filteredOn(shard -> !shard.done())
                .singleElement()
                .satisfies(shard -> assertThat(shard.state()).isEqualTo("RUNNING"));

        SCHEMA.execute("UPDATE job_run SET lease_until = NOW(3) WHERE status = 'OPEN'");
        Claim taken = new JobRuns(SCHEMA.transactions(), SCHEMA.session(), "other")
                .claim(List.of("counting"))
                .orElseThrow();
        assertThat(taken.shard()).isEqualTo(lost.shard());

        Assertions.assertThatThrownBy(() -> late.step(lost, true, () -> job.step(lost.slice())))
                .isInstanceOf(JobRuns.LeaseLost.class);
        late.release(lost);
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM job_effect WHERE shard = " + lost.shard()))
                .isZero();
        assertThat(SCHEMA.texts("SELECT lease_owner FROM job_run WHERE status = 'OPEN'"))
                .containsExactly("other");

        SCHEMA.execute("UPDATE job_run SET lease_until = NOW(3) WHERE status = 'OPEN'");
        finish(other);
        assertDone(other, job, TODAY);
    }

    @Test
    void two_instances_with_several_threads_share_the_shards() {
        Counting job = new Counting(true);
        List<JobRunner> runners = List.of(runner("a", job, false), runner("b", job, false));
        runners.get(0).start(job, TODAY, "tester");
        runners.forEach(runner -> runner.sweepers().forEach(Sweeper::start));
        try {
            Eventually.within(
                    Duration.ofSeconds(30), "all shards done", () -> runners.get(0).progress(job, TODAY).stream()
                            .allMatch(ShardProgress::done));
        } finally {
            runners.forEach(runner -> runner.sweepers().forEach(Sweeper::close));
        }
        assertDone(runners.get(1), job, TODAY);
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM job_run WHERE lease_owner IS NOT NULL"))
                .isZero();
    }

    @Test
    void a_job_that_calls_others_has_no_transaction_around_its_step() {
        Counting job = new Counting(false);
        JobRunner runner = runner("a", job, false);
        runner.start(job, TODAY, "tester");
        finish(runner);
        assertDone(runner, job, TODAY);
    }

    @Test
    void the_timer_creates_today_when_its_time_has_come_and_yesterday_if_it_is_missing() {
        Counting early = new Counting(true, "early", LocalTime.of(11, 59), false);
        Counting late = new Counting(true, "late", LocalTime.of(12, 1), true);
        JobRunner runner = new JobRunner(
                List.of(early, late), SCHEMA.transactions(), SCHEMA.session(), "a", calendar, meters, 1, true);
        finish(runner);

        assertThat(SCHEMA.texts("SELECT DISTINCT CONCAT(job, ' ', business_date) FROM job_run ORDER BY 1"))
                .containsExactly("early " + TODAY, "late " + TODAY.minusDays(1));
        assertThat(SCHEMA.texts("SELECT DISTINCT started_by FROM job_run")).containsExactly("timer");
        assertThat(SCHEMA.texts("SELECT DISTINCT status FROM job_run")).containsExactly("DONE");
    }

    @Test
    void commands_start_a_run_once_and_show_its_progress() {
        Counting job = new Counting(true);
        JobRunner runner = runner("a", job, false);
        JobAdminRpc admin =
                new JobAdminRpc(runner, IdempotentCommands.stored(SCHEMA.transactions(), SCHEMA.session()), calendar);
        JobStatusQuery query = new JobStatusQuery("counting", TODAY);
        assertThat(requireData(admin.status(query).data()).status()).isEqualTo("NOT_STARTED");

        JobRunView started = requireData(
                admin.run(new RunJobRequest("r-1", "counting", TODAY, "li")).data());
        assertThat(started.status()).isEqualTo("RUNNING");
        assertThat(started.shards()).isEqualTo(SHARDS);
        finish(runner);
        assertThat(admin.run(new RunJobRequest("r-1", "counting", TODAY, "li")).data())
                .isEqualTo(started);
        JobRunView done = requireData(admin.status(query).data());
        assertThat(done.status()).isEqualTo("DONE");
        assertThat(done.doneShards()).isEqualTo(SHARDS);
        assertThat(done.doneRows()).isEqualTo(SHARDS * ROWS_PER_SHARD);

        assertRefused(
                ErrorCodes.JOB_DATE_REFUSED.code(),
                () -> admin.run(new RunJobRequest("r-2", "counting", TODAY.plusDays(1), "li")));
        assertRefused(
                ErrorCodes.JOB_NOT_FOUND.code(), () -> admin.run(new RunJobRequest("r-3", "unknown", TODAY, "li")));
    }

    private JobRunner runner(String owner, Job job, boolean timed) {
        return new JobRunner(List.of(job), SCHEMA.transactions(), SCHEMA.session(), owner, calendar, meters, 3, timed);
    }

    private static void finish(JobRunner runner) {
        int turns = 0;
        while (runner.work() > 0) {
            assertThat(++turns).as("turns").isLessThan(1_000);
        }
    }

    private static void assertDone(JobRunner runner, Job job, LocalDate date) {
        List<ShardProgress> progress = runner.progress(job, date);
        assertThat(progress).hasSize(SHARDS).allSatisfy(shard -> {
            assertThat(shard.state()).isEqualTo("DONE");
            assertThat(shard.doneRows()).isEqualTo(ROWS_PER_SHARD);
        });
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM job_effect")).isEqualTo(SHARDS * ROWS_PER_SHARD);
    }

    private static void assertRefused(String code, Runnable call) {
        Assertions.assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.code().code())
                .isEqualTo(code));
    }

    private static JobRunView requireData(@Nullable JobRunView view) {
        assertThat(view).isNotNull();
        return Objects.requireNonNull(view);
    }

    /** Writes the numbers of each shard, ten in a step; a number written twice breaks the primary key. */
    private final class Counting implements Job {
        private static final int STEP = 10;

        private final boolean transactional;
        private final String name;
        private final LocalTime from;
        private final boolean catchesUp;

        Counting(boolean transactional) {
            this(transactional, "counting", LocalTime.MIDNIGHT, false);
        }

        Counting(boolean transactional, String name, LocalTime from, boolean catchesUp) {
            this.transactional = transactional;
            this.name = name;
            this.from = from;
            this.catchesUp = catchesUp;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int shards() {
            return SHARDS;
        }

        @Override
        public LocalTime from() {
            return from;
        }

        @Override
        public boolean catchesUp() {
            return catchesUp;
        }

        @Override
        public boolean transactional() {
            return transactional;
        }

        @Override
        public Step step(Slice slice) {
            int begin = slice.cursor().isEmpty() ? 0 : Integer.parseInt(slice.cursor());
            JdbcTemplate jdbc = new JdbcTemplate(SCHEMA.dataSource());
            int offset = name.equals("late") ? 1_000 : 0;
            SCHEMA.transactions().inTransaction(() -> IntStream.range(begin, begin + STEP)
                    .forEach(number -> jdbc.update(
                            "INSERT INTO job_effect (shard, number) VALUES (?, ?)", slice.shard() + offset, number)));
            int made = steps.incrementAndGet();
            if (fault.getAsBoolean()) {
                throw new IllegalStateException("broken at step " + made);
            }
            int end = begin + STEP;
            return end == ROWS_PER_SHARD ? Step.done(STEP) : Step.next(String.valueOf(end), STEP);
        }
    }
}
