package io.jointlending.api.loan;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;

/** The identity of borrowers in clear, for the one application that tells institutions: it keeps nothing of it. */
public interface BorrowerFactsService {
    /** The four facts. Codes: A0501 no such borrower, A0506 the secret is missing here or another one. */
    @Query
    RpcResult<IdentityFacts> findFacts(BorrowerFactsQuery query);
}
