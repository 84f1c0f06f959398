package io.jointlending.channel.iam;

import io.jointlending.api.approval.Actions;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.ChangeUserPayload;
import io.jointlending.api.iam.UserView;
import io.jointlending.channel.approval.Change;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;

/** Sets status, roles and channels of a user, and ends the sessions that began with the old ones. */
public final class ChangeUser implements Change<ChangeUserPayload> {
    private final Users users;
    private final UserRules rules;
    private final StoredSessions sessions;
    private final AuditLog audit;

    /** Runs in the transaction of the approval. */
    public ChangeUser(Users users, UserRules rules, StoredSessions sessions, AuditLog audit) {
        this.users = users;
        this.rules = rules;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Override
    public String action() {
        return Actions.CHANGE_USER;
    }

    @Override
    public Class<ChangeUserPayload> payloadType() {
        return ChangeUserPayload.class;
    }

    @Override
    public Target target(ChangeUserPayload payload) {
        return new Target(AuditLog.USER, payload.loginName());
    }

    @Override
    public Long version(ChangeUserPayload payload) {
        return users.lock(payload.loginName()).map(UserRow::version).orElse(0L);
    }

    @Override
    public void check(ChangeUserPayload payload) {
        UserRow user = users.find(payload.loginName())
                .orElseThrow(() -> new Refusal(ErrorCodes.USER_NOT_FOUND, "payload.loginName"));
        rules.check(user.userKind(), payload.roles(), payload.channels());
    }

    @Override
    public Done execute(ChangeUserPayload payload, String requestNo, String maker) {
        check(payload);
        UserView before = rules.view(payload.loginName());
        users.change(payload.loginName(), payload.status());
        users.grant(payload.loginName(), payload.roles(), payload.channels());
        sessions.revokeAll(payload.loginName());
        UserView after = rules.view(payload.loginName());
        audit.add(
                new AuditLog.Change("changeUser", requestNo, maker), AuditLog.USER, payload.loginName(), before, after);
        return Done.of(after);
    }
}
