package io.jointlending.support.approval;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ApprovalExecuted;
import io.jointlending.api.message.ApprovalGranted;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.Caller;
import io.jointlending.support.json.Json;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxMessage;
import io.jointlending.support.rpc.CallContext;
import io.jointlending.support.tx.Transactions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Carries out an approved change and answers, in the transaction that remembers the message. The change has a transaction of its
 * own, because a refusal rolls it back and is an answer as well; should the message come again in between, the change answers the
 * same by its request number.
 */
public final class CarryOutApproved {
    private static final String CALLER = "approval";

    private final String application;
    private final String topic;
    private final Map<String, ApprovedChange<?>> changes;
    private final Transactions transactions;
    private final Outbox outbox;

    /**
     * For the provider of this name.
     *
     * @param topic of this provider, on which it answers
     */
    public CarryOutApproved(
            String application,
            String topic,
            List<ApprovedChange<?>> changes,
            Transactions transactions,
            Outbox outbox) {
        this.application = application;
        this.topic = topic;
        this.changes =
                changes.stream().collect(Collectors.toUnmodifiableMap(ApprovedChange::action, Function.identity()));
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** The subscription to declare as a bean. */
    public Subscription<ApprovalGranted> subscription() {
        return new Subscription<>(
                MessageTypes.TOPIC_CHANNEL_ADMIN,
                MessageTypes.APPROVAL_GRANTED,
                application + "-approvals",
                ApprovalGranted.class,
                (granted, context) -> run(granted));
    }

    void run(ApprovalGranted granted) {
        if (!granted.application().equals(application)) {
            return; // another provider's
        }
        ApprovalExecuted answer = answer(granted);
        outbox.add(new OutboxMessage(
                topic, MessageTypes.APPROVAL_EXECUTED, "approval-" + granted.commandNo(), null, answer));
    }

    private ApprovalExecuted answer(ApprovalGranted granted) {
        ApprovedChange<?> change = changes.get(granted.action());
        if (change == null) {
            return new ApprovalExecuted(
                    granted.commandNo(),
                    ErrorCodes.ACTION_UNKNOWN.code(),
                    "This version of " + application + " does not know the action " + granted.action() + ".");
        }
        try {
            RpcResult<?> result = CallContext.as(
                    new Caller(CALLER, List.of(), null, null),
                    null,
                    () -> transactions.inNewTransaction(() -> carryOut(change, granted.payload())));
            Object data = result.data();
            return new ApprovalExecuted(granted.commandNo(), result.code(), data == null ? "null" : Json.write(data));
        } catch (Refusal e) {
            if (!e.code().code().startsWith("A") || e.code().equals(ErrorCodes.PROCESSING)) {
                throw e; // not an answer: the message comes again
            }
            return new ApprovalExecuted(granted.commandNo(), e.code().code(), String.valueOf(e.getMessage()));
        }
    }

    private static <P> RpcResult<?> carryOut(ApprovedChange<P> change, String payload) {
        return change.run().apply(Json.read(payload, change.payloadType()));
    }
}
