package io.jointlending.channel.iam;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.PersonView;
import io.jointlending.support.error.Refusal;

/** The person of a session: who it is and what that person may do now. */
public final class FindPerson {
    private final Users users;
    private final StoredSessions sessions;

    /** Reads straight from the stores. */
    public FindPerson(Users users, StoredSessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    /** Code: A0401. A session that is asked for lives on. */
    public PersonView run(String tokenHash) {
        return sessions.alive(tokenHash)
                .flatMap(users::find)
                .filter(UserRow::mayLogIn)
                .map(users::person)
                .orElseThrow(() -> new Refusal(ErrorCodes.SESSION_INVALID, null));
    }
}
