package io.jointlending.support.job;

import io.jointlending.support.task.Pausable;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.DatabaseFailure;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs of a provider: a few threads, each of which claims a shard, works on it for two seconds and gives it back,
 * so that jobs take turns and a stop waits for a step at most. All instances of the provider share the shards; one that
 * dies leaves a lease that runs out after two minutes.
 */
public final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration TURN = Duration.ofSeconds(2);

    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Map<String, Counter> rows = new LinkedHashMap<>();
    private final JobRuns runs;
    private final JobTimer timer;
    private final List<Sweeper> sweepers;

    /**
     * A runner that is not started yet.
     *
     * @param owner this instance in leases, at most 64 characters
     * @param threads how many shards this instance works on at a time
     * @param timed false for runs by command only
     */
    public JobRunner(
            Collection<? extends Job> declared,
            Transactions transactions,
            SqlSession session,
            String owner,
            BusinessCalendar calendar,
            MeterRegistry meters,
            int threads,
            boolean timed) {
        for (Job job : declared) {
            if (jobs.put(job.name(), job) != null) {
                throw new IllegalStateException("two jobs are called " + job.name());
            }
            rows.put(
                    job.name(),
                    Counter.builder("jl.job.rows")
                            .description("rows that steps of the job worked on in this instance")
                            .tag("job", job.name())
                            .register(meters));
        }
        this.runs = new JobRuns(transactions, session, owner);
        this.timer = new JobTimer(timed ? List.copyOf(jobs.values()) : List.of(), runs, calendar);
        this.sweepers = IntStream.range(0, threads)
                .mapToObj(number -> new Sweeper("job-" + number, IDLE, this::work))
                .toList();
        new JobBacklog(session, meters, List.copyOf(jobs.keySet()));
    }

    /** The threads, to be started and closed together with the provider's other sweepers. */
    public List<Sweeper> sweepers() {
        return sweepers;
    }

    /** The timer: while it is paused, runs are created by command only. */
    public Pausable timer() {
        return timer;
    }

    /** The job of this name. */
    public Optional<Job> find(String name) {
        return Optional.ofNullable(jobs.get(name));
    }

    /**
     * Creates the run of a date, if there is none yet, and lets failed shards of it go on at once. In the running
     * transaction if there is one. {@link #wake} begins to work on it.
     *
     * @param startedBy who wants it, kept with a new run
     */
    public void start(Job job, LocalDate businessDate, String startedBy) {
        if (!runs.create(job, businessDate, startedBy)) {
            runs.retryNow(job.name(), businessDate);
        }
    }

    /** Looks for work now. */
    public void wake() {
        sweepers.forEach(Sweeper::wake);
    }

    /** How far the run of a date is, by shard; empty when there is none. */
    public List<ShardProgress> progress(Job job, LocalDate businessDate) {
        return runs.shards(job.name(), businessDate);
    }

    /**
     * One turn of a thread: creates the runs whose time has come, then works on one shard for two seconds.
     *
     * @return how many steps were made, 0 when nothing is to be done
     */
    public int work() {
        if (jobs.isEmpty()) {
            return 0;
        }
        if (timer.look()) {
            wake();
        }
        Optional<Claim> claim = runs.claim(List.copyOf(jobs.keySet()));
        return claim.map(this::turn).orElse(0);
    }

    private int turn(Claim claimed) {
        Job job = jobs.get(claimed.job());
        if (job == null) {
            throw new IllegalStateException("claimed a job that is not there: " + claimed);
        }
        long end = System.nanoTime() + TURN.toNanos();
        Claim claim = claimed;
        int steps = 0;
        try {
            Step step;
            do {
                Slice slice = claim.slice();
                step = runs.step(claim, job.transactional(), () -> job.step(slice));
                count(job, step);
                claim = claim.at(step.cursor());
                steps++;
            } while (!step.last()
                    && System.nanoTime() < end
                    && !Thread.currentThread().isInterrupted());
            if (step.last()) {
                LOG.info("job shard done {}", claim);
            } else {
                runs.release(claim);
            }
        } catch (JobRuns.LeaseLost e) {
            LOG.warn("{}: another instance goes on", e.getMessage());
        } catch (RuntimeException e) { // the owner of a loop: one shard must not hold up the others
            report(claim, e);
            runs.fail(claim, e);
        }
        return Math.max(1, steps);
    }

    private static void report(Claim claim, RuntimeException failure) {
        switch (DatabaseFailure.of(failure)) {
            case DEADLOCK, LOCK_WAIT, UNREACHABLE, COMMIT_UNKNOWN ->
                LOG.warn("job step waits {}: {}", claim, failure.toString());
            case DUPLICATE, CHECK, NONE -> LOG.error("job step failed and is tried again {}", claim, failure);
        }
    }

    private void count(Job job, Step step) {
        Counter counter = rows.get(job.name());
        if (counter != null) {
            counter.increment(Math.toIntExact(step.rows()));
        }
    }
}
