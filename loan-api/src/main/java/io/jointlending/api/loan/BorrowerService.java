package io.jointlending.api.loan;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** Borrowers and their credit lines (额度). */
public interface BorrowerService {
    /**
     * Stores a person's identity and opens the credit line. Sent again with another request number and the same facts it
     * answers the borrower as it is; the limit of an existing line is not changed.
     *
     * <p>Codes: A0503 identity belongs to another borrower, A0504 the borrower has other facts.
     */
    @Command
    RpcResult<BorrowerView> activate(ActivateBorrowerRequest request);

    /** The stored answer of {@link #activate}. */
    @Query
    RpcResult<BorrowerView> queryActivateByRequestNo(RequestNoQuery query);

    /** The borrower now. Code: A0501. */
    @Query
    @RequirePermission(Permissions.BORROWER_READ)
    RpcResult<BorrowerView> findBorrower(BorrowerQuery query);
}
