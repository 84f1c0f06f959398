package io.jointlending.channel.approval;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ApprovalExecuted;
import io.jointlending.channel.audit.AuditLog;

/** Ends a proposal by the answer of the provider that carried it out, in the transaction that remembers the message. */
public final class ReceiveAnswer {
    private final Commands commands;
    private final AuditLog audit;

    /** Joins the transaction of the message. */
    public ReceiveAnswer(Commands commands, AuditLog audit) {
        this.commands = commands;
        this.audit = audit;
    }

    /** EXECUTED for 00000, FAILED for everything else; nothing the second time. */
    public void run(ApprovalExecuted answer) {
        boolean done = answer.code().equals(ErrorCodes.OK.code());
        String result = done ? answer.result() : answer.code() + " " + answer.result();
        CommandRow before = commands.require(answer.commandNo());
        if (commands.end(before.id(), done ? Commands.EXECUTED : Commands.FAILED, result)) {
            audit.add(
                    new AuditLog.Change("executed", "approval-" + before.id(), String.valueOf(before.checker())),
                    AuditLog.APPROVAL,
                    Long.toString(before.id()),
                    before.view(),
                    commands.require(before.id()).view());
        }
    }
}
