package io.jointlending.channel.iam;

import io.jointlending.api.approval.Actions;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.ResetPasswordPayload;
import io.jointlending.api.iam.UserView;
import io.jointlending.channel.approval.Change;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;

/** Replaces a password by a one-time password, shown in the answer of the approval, and ends the sessions of the user. */
public final class ResetPassword implements Change<ResetPasswordPayload> {
    private final Users users;
    private final UserRules rules;
    private final Passwords passwords;
    private final StoredSessions sessions;
    private final AuditLog audit;

    /** Runs in the transaction of the approval. */
    public ResetPassword(Users users, UserRules rules, Passwords passwords, StoredSessions sessions, AuditLog audit) {
        this.users = users;
        this.rules = rules;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Override
    public String action() {
        return Actions.RESET_PASSWORD;
    }

    @Override
    public Class<ResetPasswordPayload> payloadType() {
        return ResetPasswordPayload.class;
    }

    @Override
    public Target target(ResetPasswordPayload payload) {
        return new Target(AuditLog.USER, payload.loginName());
    }

    @Override
    public Long version(ResetPasswordPayload payload) {
        return users.lock(payload.loginName()).map(UserRow::version).orElse(0L);
    }

    @Override
    public void check(ResetPasswordPayload payload) {
        if (users.find(payload.loginName()).isEmpty()) {
            throw new Refusal(ErrorCodes.USER_NOT_FOUND, "payload.loginName");
        }
    }

    @Override
    public Done execute(ResetPasswordPayload payload, String requestNo, String maker) {
        check(payload);
        UserView before = rules.view(payload.loginName());
        String oneTime = passwords.oneTime();
        users.resetPassword(payload.loginName(), passwords.hash(oneTime));
        sessions.revokeAll(payload.loginName());
        UserView after = rules.view(payload.loginName());
        audit.add(
                new AuditLog.Change("resetPassword", requestNo, maker),
                AuditLog.USER,
                payload.loginName(),
                before,
                after);
        return new Done(after, oneTime);
    }
}
