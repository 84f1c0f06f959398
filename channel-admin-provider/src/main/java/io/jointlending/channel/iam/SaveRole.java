package io.jointlending.channel.iam;

import io.jointlending.api.approval.Actions;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.RoleView;
import io.jointlending.api.iam.SaveRolePayload;
import io.jointlending.channel.approval.Change;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import org.jspecify.annotations.Nullable;

/** Adds a role or sets its permissions, and ends the sessions of everybody who has it. */
public final class SaveRole implements Change<SaveRolePayload> {
    private final Roles roles;
    private final StoredSessions sessions;
    private final AuditLog audit;

    /** Runs in the transaction of the approval. */
    public SaveRole(Roles roles, StoredSessions sessions, AuditLog audit) {
        this.roles = roles;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Override
    public String action() {
        return Actions.SAVE_ROLE;
    }

    @Override
    public Class<SaveRolePayload> payloadType() {
        return SaveRolePayload.class;
    }

    @Override
    public Target target(SaveRolePayload payload) {
        return new Target(AuditLog.ROLE, payload.roleCode());
    }

    @Override
    public Long version(SaveRolePayload payload) {
        return roles.lock(payload.roleCode()).map(RoleView::version).orElse(0L);
    }

    @Override
    public void check(SaveRolePayload payload) {
        if (!roles.allPermissionsExist(payload.permissions())) {
            throw new Refusal(
                    ErrorCodes.ROLE_NOT_FOUND, "A permission in the list does not exist.", "payload.permissions");
        }
    }

    @Override
    public Done execute(SaveRolePayload payload, String requestNo, String maker) {
        check(payload);
        @Nullable RoleView before = roles.lock(payload.roleCode()).orElse(null);
        roles.save(payload.roleCode(), payload.name(), payload.permissions());
        sessions.revokeAllOfRole(payload.roleCode());
        RoleView after = roles.lock(payload.roleCode()).orElseThrow();
        audit.add(new AuditLog.Change("saveRole", requestNo, maker), AuditLog.ROLE, payload.roleCode(), before, after);
        return Done.of(after);
    }
}
