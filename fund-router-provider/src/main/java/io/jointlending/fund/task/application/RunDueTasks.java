package io.jointlending.fund.task.application;

import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.task.domain.ClaimTurn;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.fund.task.domain.Lanes;
import io.jointlending.support.trace.TraceScope;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round over all channels: what is due is claimed, never more than a channel has places, online before batch, so that
 * nothing is taken and then waits here, and one institution cannot starve another.
 */
public final class RunDueTasks {
    private static final Logger LOG = LoggerFactory.getLogger(RunDueTasks.class);
    private static final int MOST_PER_CLAIM = 50;
    private static final int LOST_LEASES = 100;
    private static final Duration RECLAIM = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final FundTasks tasks;
    private final PublishedDefinitions definitions;
    private final Lanes lanes;
    private final RunTask runTask;
    private final String owner;
    private volatile boolean stopping;
    private long round;
    private long reclaimed;
    private volatile Runnable wake = () -> {};

    /**
     * @param lanes bounded threads of each channel
     * @param owner name of this instance, written to the tasks that it claims
     */
    public RunDueTasks(FundTasks tasks, PublishedDefinitions definitions, Lanes lanes, RunTask runTask, String owner) {
        this.tasks = tasks;
        this.definitions = definitions;
        this.lanes = lanes;
        this.runTask = runTask;
        this.owner = owner;
    }

    /** What to call when a place became free; usually wakes the sweeper that calls {@link #round}. */
    public void onFree(Runnable wakeSweeper) {
        this.wake = wakeSweeper;
    }

    /** Takes no new work, and puts back what is begun after this. */
    public void stop() {
        stopping = true;
    }

    /** Claims and hands out; returns how many tasks. One caller at a time. */
    public int round() {
        if (stopping) {
            return 0;
        }
        int found = reclaim();
        round++;
        List<ChannelDefinition> channels = definitions.channels();
        Set<FundTasks.Due> due =
                tasks.due(channels.stream().map(ChannelDefinition::channel).toList());
        for (ChannelDefinition channel : channels) {
            for (ClaimTurn turn : ClaimTurn.of(round)) {
                if (due.contains(new FundTasks.Due(channel.channel(), turn.priority()))) {
                    found += claim(channel, turn.priority(), turn.most(lanes.free(channel)));
                }
            }
        }
        return found;
    }

    /** Leases end in minutes: they need not be looked at in every round, and there is a round after every task. */
    private int reclaim() {
        long now = System.nanoTime();
        if (reclaimed != 0 && now - reclaimed < RECLAIM.toNanos()) {
            return 0;
        }
        reclaimed = now;
        int lost = tasks.reclaim(LOST_LEASES);
        if (lost > 0) {
            LOG.warn("{} tasks are due again because their lease ended", lost);
        }
        return lost;
    }

    private int claim(ChannelDefinition channel, int priority, int places) {
        int free = Math.min(places, MOST_PER_CLAIM);
        if (free <= 0) {
            return 0;
        }
        List<FundTask> claimed = tasks.claim(channel.channel(), priority, free, SendRequest.lease(channel), owner);
        for (FundTask task : claimed) {
            if (!lanes.run(channel, () -> work(task))) {
                tasks.putBack(task, Duration.ZERO);
            }
        }
        return claimed.size();
    }

    /** The owner of the loop: a task that fails must not end the lane. */
    private void work(FundTask task) {
        try (TraceScope trace = TraceScope.open(task.traceparent(), task.key())) {
            LOG.debug(
                    "task taskNo={} step={} trace={}",
                    task.state().taskNo(),
                    task.state().step(),
                    trace.traceId());
            if (stopping) {
                tasks.putBack(task, Duration.ZERO);
            } else {
                runTask.run(task);
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "task failed taskNo={} step={}",
                    task.state().taskNo(),
                    task.state().step(),
                    e);
            putBack(task);
        } finally {
            wake.run();
        }
    }

    private void putBack(FundTask task) {
        try {
            tasks.putBack(task, AFTER_FAILURE);
        } catch (RuntimeException e) {
            LOG.warn(
                    "task taskNo={} goes on when its lease ends: {}",
                    task.state().taskNo(),
                    e.toString());
        }
    }
}
