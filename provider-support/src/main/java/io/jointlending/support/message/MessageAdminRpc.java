package io.jointlending.support.message;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.ops.MessageAdminService;
import io.jointlending.api.ops.MessageDetailView;
import io.jointlending.api.ops.MessageKeysQuery;
import io.jointlending.api.ops.MessagePageView;
import io.jointlending.api.ops.MessageQuery;
import io.jointlending.api.ops.MessageSearchQuery;
import io.jointlending.api.ops.MessageView;
import io.jointlending.api.ops.ResolveMessageRequest;
import io.jointlending.support.deadletter.DeadLetter;
import io.jointlending.support.deadletter.DeadLetters;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.tx.Transactions;
import java.util.function.Supplier;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages by command. */
public final class MessageAdminRpc implements MessageAdminService {
    private static final Logger LOG = LoggerFactory.getLogger(MessageAdminRpc.class);
    private static final String REPLAY = "MessageAdminService.replay";
    private static final String GIVE_UP = "MessageAdminService.giveUp";

    private final Transactions transactions;
    private final IdempotentCommands commands;
    private final StoredMessages messages;
    private final DeadLetters deadLetters;
    private final Redelivery redelivery;
    private final Runnable wakeRelay;

    /**
     * The service over the tables of one schema.
     *
     * @param session on the data source of the transactions
     * @param redelivery hands a dead letter to its handler
     * @param wakeRelay called when a message is to be sent again
     */
    public MessageAdminRpc(
            Transactions transactions,
            SqlSession session,
            IdempotentCommands commands,
            Redelivery redelivery,
            Runnable wakeRelay) {
        this.transactions = transactions;
        this.commands = commands;
        this.messages = new StoredMessages(session);
        this.deadLetters = new DeadLetters(session);
        this.redelivery = redelivery;
        this.wakeRelay = wakeRelay;
    }

    @Override
    public RpcResult<MessagePageView> search(MessageSearchQuery query) {
        return RpcResult.ok(messages.search(query));
    }

    @Override
    public RpcResult<MessagePageView> findByKeys(MessageKeysQuery query) {
        return RpcResult.ok(messages.ofKeys(query.keys()));
    }

    @Override
    public RpcResult<MessageDetailView> findMessage(MessageQuery query) {
        return RpcResult.ok(messages.detail(query.source(), query.id()));
    }

    @Override
    public RpcResult<MessageView> replay(ResolveMessageRequest request) {
        boolean outgoing = request.source().equals(DeadLetter.OUTBOX);
        String outcome = outgoing ? "to be sent again" : consumeAgain(request);
        MessageView view = execute(REPLAY, request, () -> {
            MessageRow before = messages.locked(request.source(), request.id());
            if (outgoing && !messages.sendAgain(before.id())) {
                throw wrongState(before);
            }
            boolean closed =
                    deadLetters.replayed(request.source(), before.consumerGroup(), before.msgKey(), request.operator());
            if (!outgoing && !closed) {
                throw wrongState(before);
            }
            return after("REPLAY", request, before, outcome);
        });
        if (outgoing) {
            wakeRelay.run();
        }
        return RpcResult.ok(view);
    }

    @Override
    public RpcResult<MessageView> queryReplayByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(REPLAY, query.requestNo()), MessageView.class));
    }

    @Override
    public RpcResult<MessageView> giveUp(ResolveMessageRequest request) {
        MessageView view = execute(GIVE_UP, request, () -> {
            MessageRow before = messages.locked(request.source(), request.id());
            boolean ended = request.source().equals(DeadLetter.OUTBOX) && messages.giveUp(before.id());
            boolean closed =
                    deadLetters.givenUp(request.source(), before.consumerGroup(), before.msgKey(), request.operator());
            if (!ended && !closed) {
                throw wrongState(before);
            }
            return after("GIVE_UP", request, before, "given up");
        });
        wakeRelay.run(); // what was held back behind it may go
        return RpcResult.ok(view);
    }

    @Override
    public RpcResult<MessageView> queryGiveUpByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(GIVE_UP, query.requestNo()), MessageView.class));
    }

    /**
     * Has its effect in a transaction of its own, before the command: the inbox sees to it that there is one effect even if
     * this instance dies in between and the operator asks again.
     */
    private String consumeAgain(ResolveMessageRequest request) {
        MessageRow letter = messages.row(request.source(), request.id());
        if (!letter.state().equals("OPEN")) {
            return ""; // the command answers as it did before, or refuses
        }
        Redelivery.Result result = redelivery.deliver(
                letter.consumerGroup(),
                letter.topic(),
                letter.type(),
                letter.msgKey(),
                messages.body(request.source(), request.id()));
        LOG.info("dead letter id={} key={} again: {}", letter.id(), letter.msgKey(), result);
        if (!result.consumed()) {
            transactions.inTransaction(() -> messages.audit(request, "REPLAY", letter, "OPEN", result.what()));
            throw new Refusal(ErrorCodes.MESSAGE_FAILED_AGAIN, "not consumed: " + result.what(), "id");
        }
        return "consumed: " + result.what();
    }

    private MessageView execute(String operation, ResolveMessageRequest request, Supplier<MessageView> work) {
        return commands.execute(CommandKey.of(operation, request.requestNo()), request, MessageView.class, work);
    }

    private MessageView after(String action, ResolveMessageRequest request, MessageRow before, String outcome) {
        MessageRow now = messages.row(request.source(), request.id());
        messages.audit(request, action, before, now.state(), outcome);
        LOG.info(
                "message {} source={} id={} key={} {} to {} operator={}",
                action,
                request.source(),
                before.id(),
                before.msgKey(),
                before.state(),
                now.state(),
                request.operator());
        return now.view(request.source());
    }

    private static Refusal wrongState(MessageRow row) {
        return new Refusal(ErrorCodes.MESSAGE_STATE, "the message is " + row.state(), "id");
    }
}
