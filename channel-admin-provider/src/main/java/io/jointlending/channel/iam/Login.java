package io.jointlending.channel.iam;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.LoginRequest;
import io.jointlending.api.iam.SessionView;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.SessionCache;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * Opens a session for a name and a password. Whatever is wrong, the answer is A0411 and takes one comparison of a password: it
 * tells nobody whether the name exists, is disabled, or is locked.
 */
public final class Login {
    private final Transactions transactions;
    private final Passwords passwords;
    private final LoginGuard guard;
    private final Users users;
    private final StoredSessions sessions;
    private final AuditLog audit;

    /** The guard commits by itself; the session and its audit row are one transaction. */
    public Login(
            Transactions transactions,
            Passwords passwords,
            LoginGuard guard,
            Users users,
            StoredSessions sessions,
            AuditLog audit) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.guard = guard;
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Code: A0411; B0210 when too many log in at once.
     *
     * @param address that the person comes from, for the lock
     */
    public SessionView run(LoginRequest request, String address) {
        String name = request.loginName();
        boolean unlocked = guard.begin(name, address);
        UserRow user = verified(request, address).filter(found -> unlocked).orElse(null);
        if (user == null) {
            guard.failed(name, address);
            throw new Refusal(ErrorCodes.LOGIN_REFUSED, null);
        }
        guard.succeeded(name, address);
        String token = passwords.token();
        return transactions.inTransaction(() -> open(user, token));
    }

    /** The user whose password it is, if he or she may log in. */
    private Optional<UserRow> verified(LoginRequest request, String address) {
        Optional<UserRow> found = users.find(request.loginName());
        try {
            boolean right = found.isPresent()
                    ? passwords.matches(request.password(), found.get().password())
                    : passwords.matchesNobody(request.password());
            if (right && passwords.outdated(found.orElseThrow().password())) {
                users.rehash(found.get(), passwords.hash(request.password()));
            }
            return found.filter(user -> right && user.mayLogIn());
        } catch (Refusal busy) {
            guard.cancelled(request.loginName(), address);
            throw busy;
        }
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
