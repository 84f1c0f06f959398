package io.jointlending.channel.iam;

import io.jointlending.api.RpcResult;
import io.jointlending.api.iam.IamCheckService;
import io.jointlending.api.iam.PersonView;
import io.jointlending.api.iam.SessionQuery;

/** The door for providers that ask whose a session is. */
public final class IamCheckRpc implements IamCheckService {
    private final FindPerson findPerson;

    /** Reads straight from the stores. */
    public IamCheckRpc(FindPerson findPerson) {
        this.findPerson = findPerson;
    }

    @Override
    public RpcResult<PersonView> findSession(SessionQuery query) {
        return RpcResult.ok(findPerson.run(query.tokenHash()));
    }
}
