package io.jointlending.repayment.collection.rpc;

import io.jointlending.api.RpcResult;
import io.jointlending.api.repayment.CollectionAttemptView;
import io.jointlending.api.repayment.CollectionQuery;
import io.jointlending.api.repayment.CollectionService;
import io.jointlending.repayment.collection.application.FindAttempt;

/** Attempts for whoever asks. */
public final class CollectionRpc implements CollectionService {
    private final FindAttempt findAttempt;

    /** The contract over this use case. */
    public CollectionRpc(FindAttempt findAttempt) {
        this.findAttempt = findAttempt;
    }

    @Override
    public RpcResult<CollectionAttemptView> findAttempt(CollectionQuery query) {
        return RpcResult.ok(findAttempt.run(query.orderNo(), query.businessDate()));
    }
}
