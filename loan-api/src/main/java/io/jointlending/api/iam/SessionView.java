package io.jointlending.api.iam;

import java.io.Serializable;
import java.time.LocalDateTime;

/**
 * A session that was just opened.
 *
 * @param token shown this once; 30 minutes without a call end it
 * @param expiresAt UTC, its end in any case
 * @param person whose it is
 */
public record SessionView(String token, LocalDateTime expiresAt, PersonView person) implements Serializable {
    @Override
    public String toString() {
        return "SessionView[token hidden, " + expiresAt + ", " + person.loginName() + "]";
    }
}
