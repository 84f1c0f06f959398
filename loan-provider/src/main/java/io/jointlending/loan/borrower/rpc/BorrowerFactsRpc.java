package io.jointlending.loan.borrower.rpc;

import io.jointlending.api.RpcResult;
import io.jointlending.api.loan.BorrowerFactsQuery;
import io.jointlending.api.loan.BorrowerFactsService;
import io.jointlending.api.loan.IdentityFacts;
import io.jointlending.loan.borrower.application.FindFacts;

/** Identities over RPC, for one application. */
public final class BorrowerFactsRpc implements BorrowerFactsService {
    private final FindFacts find;

    /** One use case. */
    public BorrowerFactsRpc(FindFacts find) {
        this.find = find;
    }

    @Override
    public RpcResult<IdentityFacts> findFacts(BorrowerFactsQuery query) {
        return RpcResult.ok(find.run(query.borrowerNo(), query.applicationSecret()));
    }
}
