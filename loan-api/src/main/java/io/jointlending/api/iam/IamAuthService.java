package io.jointlending.api.iam;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.LoggedIn;
import io.jointlending.api.contract.Once;
import io.jointlending.api.contract.Query;

/** Sessions of persons. The token of a session travels as the attachment {@code jl-session}; the provider stores its hash only. */
public interface IamAuthService {
    /**
     * Opens a session. Five failures lock the name and the address for 15 minutes each.
     *
     * <p>Code: A0411 for a wrong name, a wrong password, a locked name or address, and a disabled user alike.
     */
    @Once
    RpcResult<SessionView> login(LoginRequest request);

    /** Ends the session of this call. */
    @Once
    @LoggedIn(beforeFirstPassword = true, ofChannels = true)
    RpcResult<PersonView> logout(SelfRequest request);

    /** Who the session of this call belongs to, and what that person may do. */
    @Query
    @LoggedIn(beforeFirstPassword = true, ofChannels = true)
    RpcResult<PersonView> me(SelfRequest request);

    /**
     * Changes the password of the caller and ends all of that person's sessions, this one too. Codes: A0411 the current
     * password is wrong, A0413 the new one is weak or the same.
     */
    @Once
    @LoggedIn(beforeFirstPassword = true, ofChannels = true)
    RpcResult<PersonView> changePassword(ChangePasswordRequest request);
}
