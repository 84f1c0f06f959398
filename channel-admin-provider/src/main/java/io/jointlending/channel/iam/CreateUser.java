package io.jointlending.channel.iam;

import io.jointlending.api.approval.Actions;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.CreateUserPayload;
import io.jointlending.api.iam.UserView;
import io.jointlending.channel.approval.Change;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;

/** Adds a user with roles and channels; the one-time password is in the answer of the approval and nowhere else. */
public final class CreateUser implements Change<CreateUserPayload> {
    private final Users users;
    private final UserRules rules;
    private final Passwords passwords;
    private final AuditLog audit;

    /** Runs in the transaction of the approval. */
    public CreateUser(Users users, UserRules rules, Passwords passwords, AuditLog audit) {
        this.users = users;
        this.rules = rules;
        this.passwords = passwords;
        this.audit = audit;
    }

    @Override
    public String action() {
        return Actions.CREATE_USER;
    }

    @Override
    public Class<CreateUserPayload> payloadType() {
        return CreateUserPayload.class;
    }

    @Override
    public Target target(CreateUserPayload payload) {
        return new Target(AuditLog.USER, payload.loginName());
    }

    @Override
    public Long version(CreateUserPayload payload) {
        return users.lock(payload.loginName()).map(UserRow::version).orElse(0L);
    }

    @Override
    public void check(CreateUserPayload payload) {
        if (users.find(payload.loginName()).isPresent()) {
            throw new Refusal(ErrorCodes.ALREADY_EXISTS, "A user of this name exists.", "payload.loginName");
        }
        rules.check(payload.kind(), payload.roles(), payload.channels());
    }

    @Override
    public Done execute(CreateUserPayload payload, String requestNo, String maker) {
        check(payload);
        String oneTime = passwords.oneTime();
        users.add(payload.loginName(), payload.displayName(), payload.kind(), passwords.hash(oneTime));
        users.grant(payload.loginName(), payload.roles(), payload.channels());
        UserView after = rules.view(payload.loginName());
        audit.add(new AuditLog.Change("createUser", requestNo, maker), AuditLog.USER, payload.loginName(), null, after);
        return new Done(after, oneTime);
    }
}
