package io.jointlending.support.job;

import io.jointlending.support.tx.DatabaseFailure;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** The runs that are stored, and who holds which shard. */
final class JobRuns {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int MAX_ERROR = 255;
    private static final int MAX_CURSOR = 128;

    private final Transactions transactions;
    private final JobRunMapper mapper;
    private final String owner;

    /**
     * Runs of this session's database.
     *
     * @param owner this instance, unique among those that run now
     */
    JobRuns(Transactions transactions, SqlSession session, String owner) {
        this.transactions = transactions;
        this.mapper = mapperOf(session);
        this.owner = owner;
    }

    static JobRunMapper mapperOf(SqlSession session) {
        if (!session.getConfiguration().hasMapper(JobRunMapper.class)) {
            session.getConfiguration().addMapper(JobRunMapper.class);
        }
        return session.getMapper(JobRunMapper.class);
    }

    /** Creates the run of a date; false when it exists already, with however many shards. */
    boolean create(Job job, LocalDate date, String startedBy) {
        List<Integer> numbers = IntStream.range(0, job.shards()).boxed().toList();
        return transactions.inTransaction(
                () -> mapper.count(job.name(), date) == 0 && inserted(job, date, numbers, startedBy));
    }

    private boolean inserted(Job job, LocalDate date, List<Integer> numbers, String startedBy) {
        try {
            return mapper.insert(job.name(), date, job.shards(), numbers, startedBy) > 0;
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE) {
                return false; // another instance was faster
            }
            throw e;
        }
    }

    Optional<Claim> claim(List<String> jobs) {
        return transactions.inTransaction(() -> {
            @Nullable Claim due = mapper.lockDue(jobs);
            if (due == null) {
                return Optional.empty();
            }
            if (mapper.lease(due, owner, LEASE.toSeconds()) != 1) {
                throw new IllegalStateException("a locked shard is gone: " + due);
            }
            return Optional.of(due.held());
        });
    }

    /** Runs a step and stores its cursor, in one transaction if the job wants that. Fails when the lease was lost. */
    Step step(Claim claim, boolean together, Supplier<Step> work) {
        if (together) {
            return transactions.inTransaction(() -> store(claim, work.get()));
        }
        Step step = work.get();
        return transactions.inTransaction(() -> store(claim, step));
    }

    private Step store(Claim claim, Step step) {
        if (step.cursor().length() > MAX_CURSOR) {
            throw new IllegalStateException("cursor of " + step.cursor().length() + " characters: " + step.cursor());
        }
        int rows =
                step.last() ? mapper.finish(claim, owner, step) : mapper.advance(claim, owner, step, LEASE.toSeconds());
        if (rows != 1) {
            throw new LeaseLost(claim);
        }
        return step;
    }

    /** Gives the shard back; nothing happens if somebody else has it. */
    void release(Claim claim) {
        transactions.inTransaction(() -> mapper.release(claim, owner));
    }

    /** Gives the shard back for a pause that grows from 5 s to 10 min; nothing happens if somebody else has it. */
    void fail(Claim claim, RuntimeException failure) {
        String text = String.valueOf(failure).replaceAll("\\s+", " ");
        String error = text.length() > MAX_ERROR ? text.substring(0, MAX_ERROR) : text;
        transactions.inTransaction(() -> mapper.fail(claim, owner, error));
    }

    void retryNow(String job, LocalDate date) {
        mapper.retryNow(job, date);
    }

    List<ShardProgress> shards(String job, LocalDate date) {
        return mapper.shards(job, date);
    }

    /** Another instance took the shard, because this one was too slow. */
    static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLost(Claim claim) {
            super("lease lost " + claim, null, false, false);
        }
    }
}
