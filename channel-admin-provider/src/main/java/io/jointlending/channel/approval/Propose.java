package io.jointlending.channel.approval;

import io.jointlending.api.approval.ApprovalView;
import io.jointlending.api.approval.ProposeRequest;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.identity.Person;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stores a proposal, with its audit row, in one transaction. Refuses with A0400, A0406, A0611 and A0614. */
public final class Propose {
    private final IdempotentCommands idempotent;
    private final Changes changes;
    private final Commands commands;
    private final AuditLog audit;
    private final Payloads payloads = new Payloads();

    /** The idempotent commands open the transaction. */
    public Propose(IdempotentCommands idempotent, Changes changes, Commands commands, AuditLog audit) {
        this.idempotent = idempotent;
        this.changes = changes;
        this.commands = commands;
        this.audit = audit;
    }

    ApprovalView run(CommandKey key, ProposeRequest request, Person maker) {
        Changes.require(maker, Changes.rule(request.action()).makePermission());
        return idempotent.execute(
                key, request, ApprovalView.class, () -> store(request, changes.require(request.action()), maker));
    }

    private <P> ApprovalView store(ProposeRequest request, Change<P> change, Person maker) {
        String payload = payloads.accepted(request.payload());
        P read = payloads.read(payload, change.payloadType(), Payloads.By.proposed(maker.loginName()));
        change.check(read);
        Long version = change.version(read);
        if (version != null && request.baseVersion() != null && !Objects.equals(version, request.baseVersion())) {
            throw new Refusal(
                    ErrorCodes.BASE_CHANGED,
                    "The target is at version " + version + ", not " + request.baseVersion() + ".",
                    "baseVersion");
        }
        @Nullable Long base = version == null ? request.baseVersion() : version;
        long commandNo = commands.add(
                request.requestNo(),
                request.action(),
                change.target(read),
                base,
                payload,
                request.reason(),
                maker.loginName());
        ApprovalView stored = commands.require(commandNo).view();
        audit.add(
                new AuditLog.Change("propose", request.requestNo(), maker.loginName()),
                AuditLog.APPROVAL,
                Long.toString(commandNo),
                null,
                stored);
        return stored;
    }
}
