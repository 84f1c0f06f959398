package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.machine.TaskState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tasks that are stored. Times are the database's. */
public interface FundTasks {
    /** A number for a new task. */
    long nextId();

    /**
     * Adds a task that is due at once, in the running transaction; false when there is one with this key.
     *
     * @param bizDate day it belongs to, Asia/Shanghai, or null
     */
    boolean add(
            long id,
            TaskKey key,
            TaskState state,
            int priority,
            @Nullable LocalDate bizDate,
            @Nullable String traceparent);

    /** The task with this key. */
    Optional<FundTask> find(TaskKey key);

    /** The task with this number, locked until the running transaction ends. */
    Optional<FundTask> lock(long id);

    /** The task with this number. */
    Optional<FundTask> find(long id);

    /** Tasks of an order or of a business number, newest first, at most 100. */
    List<FundTask> search(@Nullable String orderNo, @Nullable String channel, @Nullable String bizNo);

    /** Which of these channels have tasks that are due, by priority. One look that locks nothing. */
    Set<Due> due(Collection<String> channels);

    /** Something is due for this channel in this priority. */
    record Due(String channel, int priority) {}

    /**
     * Takes tasks of a channel that are due, for as long as the lease: nobody else gets them before it ends. In a transaction
     * of its own.
     */
    List<FundTask> claim(String channel, int priority, int limit, Duration lease, String owner);

    /** Makes tasks due whose lease has ended; the results of those who had them are refused from now on. Returns how many. */
    int reclaim(int limit);

    /**
     * Stores a move, in the running transaction. A callback that came meanwhile makes an awaiting task due at once.
     *
     * @param before as it was claimed or stored last
     * @return what is stored now, or empty when somebody else has had the task since: then nothing was written
     */
    Optional<FundTask> save(FundTask before, Move move);

    /** Gives a claimed task back without a change, due at its timer, or after the wait if that is later. */
    void putBack(FundTask claimed, Duration wait);

    /** Makes open tasks that await a callback for this number due, in the running transaction; all its tasks, newest first. */
    List<FundTask> wake(String channel, String bizNo);

    /** The log of a task, in order. */
    List<StepRecord> log(long taskId);
}
