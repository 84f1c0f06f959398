package io.jointlending.fund.task.application;

import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.machine.Effect;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.fund.task.domain.Move;
import io.jointlending.fund.task.domain.TaskEnd;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.tx.DatabaseFailure;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores a move of a task with everything that its end means, in one transaction. */
public final class StoreMoves {
    private static final Logger LOG = LoggerFactory.getLogger(StoreMoves.class);
    /** Well within the margin of a lease beyond the longest call. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final FundTasks tasks;
    private final Map<String, TaskEnd> ends;
    private final LateCallbacks late;
    private final Alarms alarms;

    /**
     * All of them share one data source.
     *
     * @param ends what the end of a task means, by behaviour; a behaviour without one means nothing beside itself
     */
    public StoreMoves(
            Transactions transactions, FundTasks tasks, Map<String, TaskEnd> ends, LateCallbacks late, Alarms alarms) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.ends = Map.copyOf(ends);
        this.late = late;
        this.alarms = alarms;
    }

    /**
     * Stores the move.
     *
     * @param finish how the task ends by this move, or null if it goes on
     * @param with what else belongs into the transaction; false takes everything back
     * @return the task as it is stored now, or empty when somebody else has had it since
     */
    Optional<FundTask> run(FundTask before, Move move, Effect.@Nullable Finish finish, Supplier<Boolean> with) {
        Optional<FundTask> stored;
        try {
            stored = transactions.inTransaction(() -> {
                FundTask saved = tasks.save(before, move).orElse(null);
                if (saved == null) {
                    return Optional.empty();
                }
                if (!with.get()) {
                    throw new TakenBack();
                }
                if (finish != null) {
                    end(saved, finish);
                }
                return Optional.of(saved);
            });
        } catch (TakenBack e) {
            return Optional.empty();
        }
        if (stored.isPresent() && finish != null) {
            LOG.info(
                    "task ended taskNo={} flow={} bizNo={} orderNo={} outcome={} why={}",
                    before.state().taskNo(),
                    before.key().flow(),
                    before.key().bizNo(),
                    before.key().orderNo(),
                    finish.outcome(),
                    finish.why());
            TaskEnd end = ends.get(before.key().behaviour());
            if (end != null) {
                end.afterCommit();
            }
        }
        return stored;
    }

    /**
     * Stores the move as {@link #run} does, and tries again for some seconds while the database is away: what an institution has
     * answered must not be lost for that. Outside of any transaction. Where nobody knows whether a try was stored, the version
     * decides: it is never stored twice.
     */
    Optional<FundTask> patiently(FundTask before, Move move, Effect.@Nullable Finish finish, Supplier<Boolean> with) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return run(before, move, finish, with);
            } catch (RuntimeException e) {
                boolean away =
                        switch (DatabaseFailure.of(e)) {
                            case UNREACHABLE, COMMIT_UNKNOWN, DEADLOCK, LOCK_WAIT -> true;
                            case DUPLICATE, CHECK, NONE -> false;
                        };
                if (!away
                        || System.nanoTime() + pause.toNanos() >= end
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.warn(
                        "not stored, tried again taskNo={} why={}",
                        before.state().taskNo(),
                        e.toString());
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Tells somebody that an institution's message was not authentic, once an hour. */
    void forged(String channel, String why) {
        transactions.inTransaction(() -> alarms.raiseHourly(
                new Alarm("FUND_NOT_AUTHENTIC", channel, "A message of " + channel + " is not authentic: " + why)));
    }

    /** Tells what the task was made for that it goes on after it had ended; in the running transaction. */
    void reopened(FundTask task) {
        TaskEnd end = ends.get(task.key().behaviour());
        if (end != null) {
            end.reopened(task);
        }
    }

    private void end(FundTask task, Effect.Finish finish) {
        if (finish.outcome() == Outcome.MANUAL) {
            alarms.raise(new Alarm(
                    "FUND_TASK_MANUAL",
                    task.state().taskNo(),
                    "A person decides about " + task.key().flow() + " "
                            + task.key().bizNo() + ": " + finish.why()));
        } else {
            // a person may still send a task back to where it awaits one; nobody else does
            late.settle(task);
        }
        TaskEnd end = ends.get(task.key().behaviour());
        if (end != null) {
            end.ended(task, finish.outcome(), finish.why());
        }
    }

    /** Rolls back what was written when something that belongs to it was not possible. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenBack() {
            super("taken back", null, false, false);
        }
    }
}
