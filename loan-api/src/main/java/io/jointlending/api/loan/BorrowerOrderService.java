package io.jointlending.api.loan;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;

/** Orders by borrower, for other providers of the platform. */
public interface BorrowerOrderService {
    /** The newest orders of these borrowers, archived or not. */
    @Query
    RpcResult<BorrowerOrdersView> findOrders(BorrowerOrdersQuery query);
}
