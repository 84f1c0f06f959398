package io.jointlending.fund.task.persistence;

import io.jointlending.fund.definition.domain.RecordedHistories;
import io.jointlending.fund.flow.domain.machine.History;
import io.jointlending.fund.flow.domain.machine.Occurrence;
import io.jointlending.fund.flow.domain.machine.Phase;
import io.jointlending.fund.flow.domain.machine.TaskState;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.fund.task.domain.Move;
import io.jointlending.fund.task.domain.StepRecord;
import io.jointlending.fund.task.domain.TaskKey;
import io.jointlending.fund.task.domain.TaskStatus;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.tx.DatabaseFailure;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Tasks and their logs, of the tables {@code fund_task} and {@code fund_step_log}; archived ones can be read. */
public final class MyBatisFundTasks implements FundTasks, RecordedHistories {
    private static final String SEQUENCE = "fund-task";
    private static final int MOST_FOUND = 100;

    private final Transactions transactions;
    private final FundTaskMapper mapper;
    private final TaskArchiveMapper archive;
    private final CallbackMapper callbacks;
    private final OrderNumbers numbers;

    /** Transactions and session share one data source; numbers come from a pool of their own. */
    public MyBatisFundTasks(Transactions transactions, SqlSession session, OrderNumbers numbers) {
        this.transactions = transactions;
        this.mapper = mapper(session, FundTaskMapper.class);
        this.archive = mapper(session, TaskArchiveMapper.class);
        this.callbacks = mapper(session, CallbackMapper.class);
        this.numbers = numbers;
    }

    @Override
    public long nextId() {
        return numbers.nextNumber(SEQUENCE);
    }

    @Override
    public boolean add(
            long id,
            TaskKey key,
            TaskState state,
            int priority,
            @Nullable LocalDate bizDate,
            @Nullable String traceparent) {
        try {
            return mapper.insert(
                            FundTaskRow.begun(id, key, state, priority, bizDate, traceparent),
                            MoveRow.micros(state.until()))
                    == 1;
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<FundTask> find(TaskKey key) {
        return task(mapper.findByKey(key.channel(), key.behaviour(), key.bizNo(), key.attempt()));
    }

    @Override
    public Optional<FundTask> lock(long id) {
        return task(mapper.lock(id));
    }

    @Override
    public Optional<FundTask> find(long id) {
        return task(mapper.find(id)).or(() -> task(archive.find(id)));
    }

    @Override
    public List<FundTask> search(@Nullable String orderNo, @Nullable String channel, @Nullable String bizNo) {
        return orderNo != null
                ? both(mapper.ofOrder(orderNo), archive.ofOrder(orderNo))
                : ofBusiness(Objects.requireNonNull(channel, "channel"), Objects.requireNonNull(bizNo, "bizNo"));
    }

    private List<FundTask> ofBusiness(String channel, String bizNo) {
        return both(mapper.ofBusiness(channel, bizNo), archive.ofBusiness(channel, bizNo));
    }

    /** The archive is asked only where nothing is live: tasks of one number are archived together. */
    private List<FundTask> liveOrArchived(String channel, String bizNo) {
        List<FundTaskRow> live = mapper.ofBusiness(channel, bizNo);
        return both(live, live.isEmpty() ? archive.ofBusiness(channel, bizNo) : List.of());
    }

    /** Newest first; a task is in one of the two places. */
    private static List<FundTask> both(List<FundTaskRow> live, List<FundTaskRow> archived) {
        return Stream.concat(live.stream(), archived.stream())
                .map(FundTaskRow::task)
                .sorted(Comparator.comparingLong(FundTask::id).reversed())
                .limit(MOST_FOUND)
                .toList();
    }

    @Override
    public Set<Due> due(Collection<String> channels) {
        return channels.isEmpty()
                ? Set.of()
                : mapper.due(channels).stream().map(DueRow::due).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<FundTask> claim(String channel, int priority, int limit, Duration lease, String owner) {
        return transactions.inTransaction(() -> {
            List<FundTask> claimed = new ArrayList<>();
            for (FundTaskRow row : mapper.lockDue(channel, priority, limit)) {
                FundTask task = row.task();
                claimed.add(new FundTask(
                        task.id(),
                        task.key(),
                        task.state(),
                        TaskStatus.RUNNING,
                        task.version() + 1,
                        task.lastSeq(),
                        task.sentSeq(),
                        task.timerDue(),
                        task.age(),
                        task.priority(),
                        task.bizDate(),
                        task.reason(),
                        task.traceparent()));
            }
            if (!claimed.isEmpty()) {
                mapper.claim(claimed.stream().map(FundTask::id).toList(), MoveRow.micros(lease), owner);
            }
            return claimed;
        });
    }

    @Override
    public int reclaim(int limit) {
        return transactions.inTransaction(() -> {
            List<Long> lost = mapper.lockLost(limit);
            return lost.isEmpty() ? 0 : mapper.makeDue(lost);
        });
    }

    @Override
    public Optional<FundTask> save(FundTask before, Move move) {
        MoveRow row = MoveRow.of(before, move);
        if (mapper.move(row) != 1) {
            return Optional.empty();
        }
        StepRecord record = move.record();
        if (record != null) {
            log(before, record);
        }
        StepRecord ahead = move.ahead();
        if (ahead != null) {
            mapper.insertStep(StepLogRow.of(before.id(), ahead));
        }
        boolean early = move.state().phase() == Phase.AWAITING
                && !callbacks
                        .pending(before.key().channel(), before.key().bizNo(), 1)
                        .isEmpty();
        if (early) {
            mapper.makeAwaitingDue(before.id());
        }
        return Optional.of(
                before.moved(move.state(), move.status(), row.lastSeq(), ahead == null ? null : ahead.seq()));
    }

    private void log(FundTask before, StepRecord record) {
        StepLogRow row = StepLogRow.of(before.id(), record);
        Integer sent = before.sentSeq();
        boolean ofSend = sent != null && sent == record.seq();
        int rows = ofSend ? mapper.finishStep(row) : mapper.insertStep(row);
        if (rows != 1) {
            throw new IllegalStateException("row " + record.seq() + " of task " + before.id() + " is not open any more,"
                    + " although the version of the task is " + before.version());
        }
    }

    @Override
    public void putBack(FundTask claimed, Duration wait) {
        mapper.putBack(claimed.id(), claimed.version(), MoveRow.micros(wait));
    }

    @Override
    public List<FundTask> wake(String channel, String bizNo) {
        mapper.wake(channel, bizNo);
        return liveOrArchived(channel, bizNo);
    }

    @Override
    public List<StepRecord> log(long taskId) {
        List<StepLogRow> live = mapper.log(taskId);
        return (live.isEmpty() ? archive.log(taskId) : live)
                .stream().map(StepLogRow::record).toList();
    }

    @Override
    public List<History> of(String flow, int version, int limit) {
        int dot = flow.indexOf('.');
        return mapper.ended(dot < 0 ? flow : flow.substring(0, dot), flow, version, limit).stream()
                .map(FundTaskRow::task)
                .map(task -> history(task, version))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for a task that came from another version on its way. */
    private Optional<History> history(FundTask task, int version) {
        List<Occurrence> occurrences = new ArrayList<>();
        for (StepRecord record : log(task.id())) {
            Occurrence occurrence = record.occurrence();
            if (occurrence == null || record.flowVersion() != version) {
                return Optional.empty();
            }
            occurrences.add(occurrence);
        }
        return Optional.of(new History(task.state().taskNo(), task.state().input(), occurrences));
    }

    private static Optional<FundTask> task(@Nullable FundTaskRow row) {
        return Optional.ofNullable(row).map(FundTaskRow::task);
    }

    static <M> M mapper(SqlSession session, Class<M> type) {
        if (!session.getConfiguration().hasMapper(type)) {
            session.getConfiguration().addMapper(type);
        }
        return session.getMapper(type);
    }
}
