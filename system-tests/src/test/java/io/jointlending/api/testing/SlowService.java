package io.jointlending.api.testing;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Query;

/** Answers later than its consumer waits. */
public interface SlowService {
    /** A command that times out. */
    @Command(timeoutMillis = 200)
    RpcResult<OrderQuery> change(OrderQuery query);

    /** A query that times out. */
    @Query(timeoutMillis = 200)
    RpcResult<OrderQuery> find(OrderQuery query);

    /** Neither one nor the other. */
    RpcResult<OrderQuery> set(OrderQuery query);
}
