package io.jointlending.fund.watch;

import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.ibatis.session.SqlSession;

/** All monitors with their thresholds. */
public final class Monitors {
    private static final Duration LOST_LEASE = Duration.ofMinutes(2);
    private static final Duration UNCLAIMED = Duration.ofMinutes(10);
    private static final Duration WRITE_AHEAD = Duration.ofMinutes(5);
    private static final Duration NOT_MOVED = Duration.ofMinutes(5);
    private static final Duration PENDING = Duration.ofMinutes(30);
    private static final Duration ORPHANED = Duration.ofMinutes(10);
    private static final Duration CONTRADICTS = Duration.ofHours(1);
    private static final int REJECTED = 8;
    private static final int MANUAL = 9;

    private Monitors() {}

    /**
     * The watch over tasks.
     *
     * @param flows the flows that are active now
     * @param refusedCallbacks callbacks that this instance has refused since it started, by channel
     */
    public static Watch overTasks(
            Transactions transactions,
            SqlSession session,
            Supplier<List<FlowDefinition>> flows,
            Supplier<Map<String, Long>> refusedCallbacks,
            MeterRegistry meters) {
        List<Monitor> monitors = new ArrayList<>(all(mapper(session), flows));
        monitors.add(new RefusedCallbacks(refusedCallbacks));
        return new Watch(monitors, transactions, new Alarms(session), meters);
    }

    /** Those that look at tables. */
    static List<Monitor> all(TaskWatchMapper tasks, Supplier<List<FlowDefinition>> flows) {
        return List.of(
                new StuckSteps(tasks, flows),
                new Overdue(
                        "LOST_LEASE",
                        "fund_task",
                        "leases that ended and nobody took over",
                        () -> tasks.lostLeases(LOST_LEASE.toSeconds())),
                new UnclaimedTasks(tasks, flows, UNCLAIMED),
                new Overdue(
                        "OPEN_WRITE_AHEAD",
                        "fund_step_log",
                        "sends without a result",
                        () -> tasks.openWriteAheads(WRITE_AHEAD.toSeconds())),
                new EndMismatch(tasks, NOT_MOVED),
                new Overdue(
                        "CALLBACK_WAITS",
                        "fund_callback",
                        "callbacks that no task took",
                        () -> tasks.pendingCallbacks(PENDING.toSeconds())),
                new Overdue(
                        "CALLBACK_ORPHAN",
                        "fund_callback",
                        "callbacks for numbers that nobody knows",
                        () -> tasks.orphanedCallbacks(ORPHANED.toSeconds())),
                new Overdue(
                        "CALLBACK_CONTRADICTS",
                        "fund_callback",
                        "callbacks that say something else than the task",
                        () -> tasks.contradictingCallbacks(CONTRADICTS.toSeconds())),
                new Rates("LOST_RATE", "answers lost", tasks::lostCalls),
                new Rates("REJECTION_RATE", "refused", days -> ended(tasks, flows, REJECTED, days)),
                new Rates("MANUAL_RATE", "left to a person", days -> ended(tasks, flows, MANUAL, days)));
    }

    static TaskWatchMapper mapper(SqlSession session) {
        if (!session.getConfiguration().hasMapper(TaskWatchMapper.class)) {
            session.getConfiguration().addMapper(TaskWatchMapper.class);
        }
        return session.getMapper(TaskWatchMapper.class);
    }

    private static List<TaskWatchMapper.Share> ended(
            TaskWatchMapper tasks, Supplier<List<FlowDefinition>> flows, int status, int days) {
        TreeMap<String, TreeSet<String>> ends = new TreeMap<>();
        for (FlowDefinition flow : flows.get()) {
            for (Step step : flow.steps().values()) {
                if (step instanceof Step.End) {
                    ends.computeIfAbsent(flow.channel(), channel -> new TreeSet<>())
                            .add(step.name());
                }
            }
        }
        List<TaskWatchMapper.Share> shares = new ArrayList<>();
        ends.forEach((channel, steps) ->
                shares.add(tasks.ended(channel, List.copyOf(steps), status, status == REJECTED ? 1 : 0, days)));
        return shares;
    }
}
