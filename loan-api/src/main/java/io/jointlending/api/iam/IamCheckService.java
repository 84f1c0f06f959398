package io.jointlending.api.iam;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;

/** What the other providers ask when a call carries a session. They keep the answer for at most five seconds. */
public interface IamCheckService {
    /** The person of a session. Code: A0401 when it is unknown, ended, expired, or its user is disabled. */
    @Query(timeoutMillis = 3_000)
    RpcResult<PersonView> findSession(SessionQuery query);
}
