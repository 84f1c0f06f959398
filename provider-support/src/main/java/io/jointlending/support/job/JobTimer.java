package io.jointlending.support.job;

import io.jointlending.support.task.Pausable;
import io.jointlending.support.time.BusinessCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the run of a business day when the time of its job has come, and that of yesterday where nobody did. Every
 * instance looks; the first creates. The time is the wall clock's in Asia/Shanghai, the day is the business calendar's.
 */
final class JobTimer implements Pausable {
    private static final Logger LOG = LoggerFactory.getLogger(JobTimer.class);
    private static final String STARTED_BY = "timer";
    private static final long LOOK_NANOS = Duration.ofSeconds(30).toNanos();

    private final List<Job> jobs;
    private final JobRuns runs;
    private final BusinessCalendar calendar;
    /** The latest date whose run is known to exist, by job: spares the question. */
    private final Map<String, LocalDate> known = new HashMap<>();

    private volatile boolean paused;
    private volatile boolean looking;
    private long next = System.nanoTime();

    JobTimer(List<Job> jobs, JobRuns runs, BusinessCalendar calendar) {
        this.jobs = jobs;
        this.runs = runs;
        this.calendar = calendar;
    }

    /** Looks once per 30 seconds; true when there is something new. */
    synchronized boolean look() {
        long now = System.nanoTime();
        if (jobs.isEmpty() || now - next < 0) {
            return false;
        }
        looking = true;
        try {
            return !paused && createDue(now);
        } finally {
            looking = false;
        }
    }

    @Override
    public String name() {
        return "job-timer";
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
    }

    @Override
    public boolean quiet() {
        return paused && !looking;
    }

    private boolean createDue(long now) {
        LocalDate today = calendar.today();
        boolean created = false;
        for (Job job : jobs) {
            boolean due = !calendar.now().toLocalTime().isBefore(job.from());
            if (job.catchesUp()) {
                created |= create(job, today.minusDays(1));
            }
            if (due) {
                created |= create(job, today);
            }
        }
        next = now + LOOK_NANOS;
        return created;
    }

    private boolean create(Job job, LocalDate date) {
        LocalDate latest = known.get(job.name());
        if (latest != null && !latest.isBefore(date)) {
            return false;
        }
        boolean created = runs.create(job, date, STARTED_BY);
        known.put(job.name(), date);
        if (created) {
            LOG.info("job run created job={} date={} shards={}", job.name(), date, job.shards());
        }
        return created;
    }
}
