package io.jointlending.api.ops;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/**
 * The messages of one provider, for operators: what waits or died on its way out (source OUTBOX), what could not be consumed
 * (source CONSUMER). Exported with {@code group=<application name>} by every provider. Every action is written down with the
 * operator's name.
 */
public interface MessageAdminService {
    /** Messages in a state or with a key, oldest first. */
    @Query
    @RequirePermission(Permissions.MESSAGE_READ)
    RpcResult<MessagePageView> search(MessageSearchQuery query);

    /** All outgoing messages with these keys, such as those of one order, by id. A key that there is no message for is left out. */
    @Query
    @RequirePermission(Permissions.MESSAGE_READ)
    RpcResult<MessagePageView> findByKeys(MessageKeysQuery query);

    /** One message with its body and what operators did with it. Code: A0591. */
    @Query
    @RequirePermission(Permissions.MESSAGE_READ)
    RpcResult<MessageDetailView> findMessage(MessageQuery query);

    /**
     * Sends a dead or expired message of the outbox again, or consumes a dead letter again, here and now.
     *
     * <p>Codes: A0591 no such message; A0592 its state does not allow it; A0593 it was not consumed this time either.
     */
    @Command
    @RequirePermission(Permissions.MESSAGE_RESOLVE)
    RpcResult<MessageView> replay(ResolveMessageRequest request);

    /** The stored answer of {@link #replay}. */
    @Query
    RpcResult<MessageView> queryReplayByRequestNo(RequestNoQuery query);

    /**
     * Ends a dead message, an expired one or a dead letter for good. Messages that were held back behind it go on.
     *
     * <p>Codes: A0591 no such message; A0592 its state does not allow it.
     */
    @Command
    @RequirePermission(Permissions.MESSAGE_RESOLVE)
    RpcResult<MessageView> giveUp(ResolveMessageRequest request);

    /** The stored answer of {@link #giveUp}. */
    @Query
    RpcResult<MessageView> queryGiveUpByRequestNo(RequestNoQuery query);
}
