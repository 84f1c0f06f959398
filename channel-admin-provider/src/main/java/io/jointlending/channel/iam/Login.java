package io.jointlending.channel.iam;

import io.jointlending.api.iam.LoginRequest;
import io.jointlending.api.iam.SessionView;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.identity.SessionCache;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDateTime;
import java.util.Map;

/** Opens a session for a name and a password. */
public final class Login {
    private final Proof proof;
    private final Passwords passwords;
    private final Users users;
    private final StoredSessions sessions;
    private final AuditLog audit;
    private final Transactions transactions;

    /** The session and its audit row are one transaction. */
    public Login(
            Proof proof,
            Passwords passwords,
            Users users,
            StoredSessions sessions,
            AuditLog audit,
            Transactions transactions) {
        this.proof = proof;
        this.passwords = passwords;
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Codes: A0411; B0210 when too many log in at once.
     *
     * @param address that the person comes from, for the lock
     */
    public SessionView run(LoginRequest request, String address) {
        UserRow user = proof.of(request.loginName(), request.password(), address, null);
        if (passwords.outdated(user.password())) {
            users.rehash(user, passwords.hash(request.password()));
        }
        String token = passwords.token();
        return transactions.inTransaction(() -> open(user, token));
    }

    private SessionView open(UserRow user, String token) {
        String hash = SessionCache.hash(token);
        LocalDateTime end = sessions.open(hash, user.loginName());
        audit.add(
                new AuditLog.Change("login", hash.substring(0, 16), user.loginName()),
                AuditLog.USER,
                user.loginName(),
                null,
                Map.of("sessionEndsAt", end.toString()));
        return new SessionView(token, end, users.person(user));
    }
}
