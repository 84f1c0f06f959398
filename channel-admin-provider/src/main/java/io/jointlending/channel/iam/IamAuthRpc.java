package io.jointlending.channel.iam;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.ChangePasswordRequest;
import io.jointlending.api.iam.IamAuthService;
import io.jointlending.api.iam.LoginRequest;
import io.jointlending.api.iam.PersonView;
import io.jointlending.api.iam.SelfRequest;
import io.jointlending.api.iam.SessionView;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.Person;
import io.jointlending.support.rpc.CallContext;
import io.jointlending.support.tx.Transactions;
import java.util.Map;

/** The door for persons: opening a session, looking at it and ending it. */
public final class IamAuthRpc implements IamAuthService {
    private final Login login;
    private final ChangePassword changePassword;
    private final FindPerson findPerson;
    private final StoredSessions sessions;
    private final AuditLog audit;
    private final Transactions transactions;

    /** One use case for each act; ending a session is one statement and its audit row. */
    public IamAuthRpc(
            Login login,
            ChangePassword changePassword,
            FindPerson findPerson,
            StoredSessions sessions,
            AuditLog audit,
            Transactions transactions) {
        this.login = login;
        this.changePassword = changePassword;
        this.findPerson = findPerson;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public RpcResult<SessionView> login(LoginRequest request) {
        return RpcResult.ok(login.run(request, CallContext.address()));
    }

    @Override
    public RpcResult<PersonView> logout(SelfRequest request) {
        String session = session();
        PersonView person = findPerson.run(session);
        transactions.inTransaction(() -> {
            sessions.revoke(session);
            audit.add(
                    new AuditLog.Change("logout", session.substring(0, 16), person.loginName()),
                    AuditLog.USER,
                    person.loginName(),
                    null,
                    Map.of("session", "revoked"));
        });
        return RpcResult.ok(person);
    }

    @Override
    public RpcResult<PersonView> me(SelfRequest request) {
        return RpcResult.ok(findPerson.run(session()));
    }

    @Override
    public RpcResult<PersonView> changePassword(ChangePasswordRequest request) {
        Person person = CallContext.person().orElseThrow(() -> new Refusal(ErrorCodes.SESSION_INVALID, null));
        return RpcResult.ok(changePassword.run(person.loginName(), session(), CallContext.address(), request));
    }

    private static String session() {
        return CallContext.session().orElseThrow(() -> new Refusal(ErrorCodes.SESSION_INVALID, null));
    }
}
