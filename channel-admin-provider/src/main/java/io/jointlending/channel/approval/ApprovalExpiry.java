package io.jointlending.channel.approval;

import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.jointlending.support.job.Upkeep;
import java.time.LocalTime;
import java.util.List;

/** Marks proposals that nobody decided within seven days; from that moment on they cannot be approved in any case. */
public final class ApprovalExpiry extends Upkeep {
    private static final int BATCH = 200;

    private final Commands commands;
    private final AuditLog audit;

    /** Runs in the transaction of the step. */
    public ApprovalExpiry(Commands commands, AuditLog audit) {
        super("approval-expiry", LocalTime.of(0, 10));
        this.commands = commands;
        this.audit = audit;
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
