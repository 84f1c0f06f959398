package io.jointlending.api.loan;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Query;

/** Where the payment system reports results: again, late, in any order, or never (then it is asked). */
public interface PaymentCallbackService {
    /**
     * Ends an order in state 30: a success makes it active and tells the fund side, a failure gives the reserved credit
     * back. A result that contradicts an ended order changes nothing and is recorded as a discrepancy (A0514).
     *
     * <p>Codes: A0511 unknown order, A0512 no loan out yet, A0513 amount, A0514 contradiction.
     */
    @Command
    RpcResult<PaymentResultView> onResult(PaymentResultRequest request);

    /** The stored answer of {@link #onResult}. */
    @Query
    RpcResult<PaymentResultView> queryOnResultByRequestNo(RequestNoQuery query);
}
