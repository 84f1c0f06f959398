package io.jointlending.api.repayment;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** What became of collections (批扣): at most one attempt per order and business date. */
public interface CollectionService {
    /** The attempt of an order on a day. Code: A0563. */
    @Query
    @RequirePermission(Permissions.COLLECTION_READ)
    RpcResult<CollectionAttemptView> findAttempt(CollectionQuery query);
}
