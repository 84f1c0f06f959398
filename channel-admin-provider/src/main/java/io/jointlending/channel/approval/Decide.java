package io.jointlending.channel.approval;

import io.jointlending.api.approval.ActionRule;
import io.jointlending.api.approval.ApprovalView;
import io.jointlending.api.approval.DecideRequest;
import io.jointlending.api.approval.DecisionView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ApprovalGranted;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.Person;
import io.jointlending.support.json.Json;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxMessage;
import io.jointlending.support.tx.Transactions;
import java.util.Objects;

/**
 * Approves, rejects and withdraws proposals. The decision is one conditional update; what this provider owns is carried out in the
 * same transaction, so that an approval without its effect, or the other way round, does not exist.
 */
public final class Decide {
    private static final String REQUEST_NO = "approval-";

    private final Transactions transactions;
    private final Changes changes;
    private final Commands commands;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Payloads payloads = new Payloads();

    /** The outbox carries what another provider owns. */
    public Decide(Transactions transactions, Changes changes, Commands commands, Outbox outbox, AuditLog audit) {
        this.transactions = transactions;
        this.changes = changes;
        this.commands = commands;
        this.outbox = outbox;
        this.audit = audit;
    }

    DecisionView approve(DecideRequest request, Person checker) {
        return transactions.inTransaction(() -> {
            CommandRow row = commands.require(request.commandNo());
            Changes.require(checker, Changes.rule(row.action()).approvePermission());
            commands.decide(row, Commands.APPROVED, checker.loginName(), request.note());
            Change.Done done = carryOut(row, changes.require(row.action()), checker.loginName());
            return new DecisionView(audited("approve", row, checker.loginName()), done.oneTimePassword());
        });
    }

    DecisionView reject(DecideRequest request, Person checker) {
        return transactions.inTransaction(() -> {
            CommandRow row = commands.require(request.commandNo());
            Changes.require(checker, Changes.rule(row.action()).approvePermission());
            commands.decide(row, Commands.REJECTED, checker.loginName(), request.note());
            return new DecisionView(audited("reject", row, checker.loginName()), null);
        });
    }

    DecisionView withdraw(DecideRequest request, Person maker) {
        return transactions.inTransaction(() -> {
            CommandRow row = commands.require(request.commandNo());
            if (!row.maker().equals(maker.loginName())) {
                throw new Refusal(ErrorCodes.NOT_PERMITTED, "Only " + row.maker() + " takes this back.", "commandNo");
            }
            commands.withdraw(row, request.note());
            return new DecisionView(audited("withdraw", row, maker.loginName()), null);
        });
    }

    private <P> Change.Done carryOut(CommandRow row, Change<P> change, String checker) {
        ActionRule rule = Changes.rule(row.action());
        String requestNo = REQUEST_NO + row.id();
        Payloads.By by = new Payloads.By(requestNo, row.maker(), checker);
        P payload = payloads.read(row.payload(), change.payloadType(), by);
        Long version = change.version(payload);
        if (version == null) {
            outbox.add(new OutboxMessage(
                    MessageTypes.TOPIC_CHANNEL_ADMIN,
                    MessageTypes.APPROVAL_GRANTED,
                    requestNo,
                    null,
                    new ApprovalGranted(
                            row.id(),
                            row.action(),
                            rule.application(),
                            payloads.complete(row.payload(), change.payloadType(), by),
                            row.maker(),
                            checker)));
            return new Change.Done(null, null);
        }
        if (!Objects.equals(version, row.baseVersion())) {
            throw new Refusal(
                    ErrorCodes.BASE_CHANGED,
                    "The target was at version " + row.baseVersion() + " when this was proposed and is at " + version
                            + " now; propose it again.",
                    "commandNo");
        }
        Change.Done done = change.execute(payload, requestNo, row.maker());
        if (!commands.end(row.id(), Commands.EXECUTED, Json.write(Objects.requireNonNull(done.result())))) {
            throw new IllegalStateException("proposal " + row.id() + " left APPROVED in the transaction that set it");
        }
        return done;
    }

    private ApprovalView audited(String action, CommandRow before, String person) {
        ApprovalView after = commands.require(before.id()).view();
        audit.add(
                new AuditLog.Change(action, REQUEST_NO + before.id(), person),
                AuditLog.APPROVAL,
                Long.toString(before.id()),
                before.view(),
                after);
        return after;
    }
}
