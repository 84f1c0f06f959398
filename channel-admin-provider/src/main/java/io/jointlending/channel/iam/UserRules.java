package io.jointlending.channel.iam;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.PersonView;
import io.jointlending.api.iam.UserView;
import io.jointlending.support.error.Refusal;
import java.util.List;

/** What a user may be, and how one is shown. */
public final class UserRules {
    private final Users users;
    private final Roles roles;

    /** Rules over these stores. */
    public UserRules(Users users, Roles roles) {
        this.users = users;
        this.roles = roles;
    }

    /** Codes: A0609 a role that does not exist, A0400 channels for an operator or none for a user of channels. */
    void check(String kind, List<String> roleCodes, List<String> channels) {
        if (!roles.allExist(roleCodes)) {
            throw new Refusal(ErrorCodes.ROLE_NOT_FOUND, "payload.roles");
        }
        if (PersonView.OPERATOR.equals(kind) != channels.isEmpty()) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    "payload.channels must be empty for an OPERATOR and must not be for a CHANNEL_USER",
                    "payload.channels");
        }
    }

    /** A user of this name; A0608 when there is none. */
    UserView view(String loginName) {
        return view(
                users.find(loginName).orElseThrow(() -> new Refusal(ErrorCodes.USER_NOT_FOUND, "payload.loginName")));
    }

    UserView view(UserRow user) {
        return new UserView(
                user.loginName(),
                user.displayName(),
                user.userKind(),
                user.status(),
                user.mustChange(),
                users.roles(user.loginName()),
                users.channels(user.loginName()),
                user.version());
    }
}
