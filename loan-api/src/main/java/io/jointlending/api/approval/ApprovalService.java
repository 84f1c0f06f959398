package io.jointlending.api.approval;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.LoggedIn;
import io.jointlending.api.contract.Once;
import io.jointlending.api.contract.Query;

/**
 * Changes that one person proposes and another approves. PENDING becomes APPROVED and then EXECUTED or FAILED; or REJECTED,
 * WITHDRAWN or, after seven days, EXPIRED. Nobody skips the second person, and nothing is deleted.
 */
public interface ApprovalService {
    /**
     * Proposes a change. Needs the action's permission to make.
     *
     * <p>Codes: A0406 permission, A0400 the payload is not what the action takes, A0611 no such action, A0614 the target is not
     * at {@code baseVersion}, and A05xx, A06xx where the change could not be carried out today.
     */
    @Command
    @LoggedIn
    RpcResult<ApprovalView> propose(ProposeRequest request);

    /** The stored answer of {@link #propose}. */
    @Query
    @LoggedIn
    RpcResult<ApprovalView> queryProposeByRequestNo(RequestNoQuery query);

    /** Newest first. A0406 for the list of all without {@code channel:approval:read}. */
    @Query
    @LoggedIn
    RpcResult<ApprovalPageView> findCommands(ApprovalListQuery query);

    /** One proposal. Codes: A0612; A0406 when the caller neither made it nor may approve it nor read all. */
    @Query
    @LoggedIn
    RpcResult<ApprovalView> findCommand(CommandNoQuery query);

    /**
     * Approves a proposal. What this provider owns is carried out in the same transaction; what another owns is sent to it.
     *
     * <p>Codes: A0406 permission, A0612 unknown, A0613 own proposal, A0614 the target was changed since it was proposed, A0615 no
     * longer pending. A refusal of the change itself leaves the proposal pending.
     */
    @Once(timeoutMillis = 15_000)
    @LoggedIn
    RpcResult<DecisionView> approve(DecideRequest request);

    /** Rejects a proposal. Codes: A0406, A0612, A0613, A0615. */
    @Once
    @LoggedIn
    RpcResult<DecisionView> reject(DecideRequest request);

    /** Takes the caller's own proposal back. Codes: A0406 somebody else's, A0612, A0615. */
    @Once
    @LoggedIn
    RpcResult<DecisionView> withdraw(DecideRequest request);
}
