package io.jointlending.api.fund;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;

/** Callbacks that a gateway took: the same door and the same inbox as the HTTP listener has. */
public interface FundCallbackService {
    /**
     * Verifies and stores a callback; the same one again is answered the same. A refusal is an answer for the institution too,
     * with its HTTP status. Code: A0400 when the body is no base64.
     */
    @Query
    RpcResult<FundCallbackView> accept(FundCallbackRequest request);
}
