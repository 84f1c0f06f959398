package io.jointlending.support.identity;

import io.jointlending.api.iam.IamCheckService;
import io.jointlending.api.iam.SessionQuery;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.remote.Remote;

/** Finds the person of a session. */
@FunctionalInterface
public interface Sessions {
    /**
     * The person. {@link Refusal} with A0401 when the session is unknown, ended or expired.
     *
     * @param tokenHash SHA-256 of the token in hex
     */
    Person find(String tokenHash);

    /** Asks channel-admin-provider. B0320 when it does not answer: without it nobody is let in as a person. */
    static Sessions remote(IamCheckService service) {
        return tokenHash -> Person.of(Remote.call(() -> service.findSession(new SessionQuery(tokenHash))));
    }
}
