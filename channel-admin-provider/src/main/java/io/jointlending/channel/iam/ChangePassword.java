package io.jointlending.channel.iam;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.ChangePasswordRequest;
import io.jointlending.api.iam.PersonView;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.tx.Transactions;
import java.util.Map;

/** Replaces a person's password by one of his or her own choice, and ends all sessions of that person. */
public final class ChangePassword {
    private static final String CURRENT = "currentPassword";

    private final Transactions transactions;
    private final Proof proof;
    private final Passwords passwords;
    private final Users users;
    private final StoredSessions sessions;
    private final AuditLog audit;

    /** Failures count like failed logins: a stolen session must not become a way to guess the password. */
    public ChangePassword(
            Transactions transactions,
            Proof proof,
            Passwords passwords,
            Users users,
            StoredSessions sessions,
            AuditLog audit) {
        this.transactions = transactions;
        this.proof = proof;
        this.passwords = passwords;
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Codes: A0411 the current password is wrong or the name is locked, A0413 the new one is weak, B0210 too many at once. */
    PersonView run(String loginName, String session, String address, ChangePasswordRequest request) {
        Passwords.checkStrength(request.newPassword(), loginName);
        if (request.newPassword().equals(request.currentPassword())) {
            throw new Refusal(ErrorCodes.PASSWORD_WEAK, "newPassword is the current one", "newPassword");
        }
        UserRow user = proof.of(loginName, request.currentPassword(), address, CURRENT);
        Passwords.Stored chosen = passwords.hash(request.newPassword());
        return transactions.inTransaction(() -> {
            if (!users.choosePassword(user, chosen)) {
                throw new Refusal(ErrorCodes.LOGIN_REFUSED, CURRENT);
            }
            sessions.revokeAll(loginName);
            audit.add(
                    new AuditLog.Change("changePassword", session.substring(0, 16), loginName),
                    AuditLog.USER,
                    loginName,
                    null,
                    Map.of("sessions", "revoked"));
            return users.person(users.find(loginName).orElseThrow());
        });
    }
}
