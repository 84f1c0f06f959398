package io.jointlending.channel.iam;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That somebody knows the password of a name: behind the lock after failures, and with the same answer and one comparison of a
 * password whatever is wrong, so that it tells nobody whether the name exists, is disabled, or is locked.
 */
public final class Proof {
    private final Passwords passwords;
    private final LoginGuard guard;
    private final Users users;

    /** The guard commits by itself. */
    public Proof(Passwords passwords, LoginGuard guard, Users users) {
        this.passwords = passwords;
        this.guard = guard;
        this.users = users;
    }

    /**
     * The user whose password it is and who may log in. Codes: A0411; B0210 when too many ask at once, which counts as no attempt.
     *
     * @param address that the person comes from, for the lock
     * @param field of the request that holds the password, or null where that would tell too much
     */
    UserRow of(String loginName, String password, String address, @Nullable String field) {
        boolean unlocked = guard.begin(loginName, address);
        UserRow user =
                verified(loginName, password, address).filter(found -> unlocked).orElse(null);
        if (user == null) {
            guard.failed(loginName, address);
            throw new Refusal(ErrorCodes.LOGIN_REFUSED, field);
        }
        guard.succeeded(loginName, address);
        return user;
    }

    private Optional<UserRow> verified(String loginName, String password, String address) {
        Optional<UserRow> found = users.find(loginName);
        try {
            boolean right = found.isPresent()
                    ? passwords.matches(password, found.get().password())
                    : passwords.matchesNobody(password);
            return found.filter(user -> right && user.mayLogIn());
        } catch (Refusal busy) {
            guard.cancelled(loginName, address);
            throw busy;
        }
    }
}
