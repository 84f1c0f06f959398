package io.jointlending.channel.approval;

import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.job.Job;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import java.time.LocalTime;
import java.util.List;

/** Marks proposals that nobody decided within seven days; from that moment on they cannot be approved in any case. */
public final class ApprovalExpiry implements Job {
    private static final int BATCH = 200;

    private final Commands commands;
    private final AuditLog audit;

    /** Runs in the transaction of the step. */
    public ApprovalExpiry(Commands commands, AuditLog audit) {
        this.commands = commands;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "approval-expiry";
    }

    @Override
    public int shards() {
        return 1;
    }

    @Override
    public LocalTime from() {
        return LocalTime.of(0, 10);
    }

    @Override
    public boolean catchesUp() {
        return false; // today's run marks the same ones
    }

    @Override
    public Step step(Slice slice) {
        List<Long> due = commands.expired(BATCH);
        for (long commandNo : due) {
            CommandRow before = commands.require(commandNo);
            if (commands.expire(commandNo)) {
                audit.add(
                        new AuditLog.Change("expire", "approval-" + commandNo, name()),
                        AuditLog.APPROVAL,
                        Long.toString(commandNo),
                        before.view(),
                        commands.require(commandNo).view());
            }
        }
        return due.size() < BATCH ? Step.done(due.size()) : Step.next("", due.size());
    }
}
