package io.jointlending.channel.iam;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.PersonView;
import io.jointlending.api.iam.UserView;
import io.jointlending.channel.acquisition.AcquisitionChannels;
import io.jointlending.support.error.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a user may be, and how one is shown. */
public final class UserRules {
    private static final String CHANNELS = "payload.channels";

    private final Users users;
    private final Roles roles;
    private final AcquisitionChannels channels;

    /** Rules over these stores. */
    public UserRules(Users users, Roles roles, AcquisitionChannels channels) {
        this.users = users;
        this.roles = roles;
        this.channels = channels;
    }

    /**
     * Codes: A0609 a role that does not exist, A0400 channels for an operator or none for a user of channels, A0623 a channel that
     * does not exist.
     */
    void check(String kind, List<String> roleCodes, List<String> channelCodes) {
        if (!roles.allExist(roleCodes)) {
            throw new Refusal(ErrorCodes.ROLE_NOT_FOUND, "payload.roles");
        }
        if (PersonView.OPERATOR.equals(kind) != channelCodes.isEmpty()) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    "payload.channels must be empty for an OPERATOR and must not be for a CHANNEL_USER",
                    CHANNELS);
        }
        List<String> unknown = channels.unknown(channelCodes);
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    ErrorCodes.CHANNEL_NOT_FOUND,
                    "No channel has the code " + String.join(", ", unknown) + ".",
                    CHANNELS);
        }
    }

    /** A user of this name; A0608 when there is none. */
    UserView view(String loginName) {
        UserRow user =
                users.find(loginName).orElseThrow(() -> new Refusal(ErrorCodes.USER_NOT_FOUND, "payload.loginName"));
        return views(List.of(user)).get(0);
    }

    /** How these users are shown, with one question for what all of them have. */
    List<UserView> views(List<UserRow> rows) {
        Map<String, List<UserGrantRow>> grants = users
                .grants(rows.stream().map(UserRow::loginName).toList())
                .stream()
                .collect(Collectors.groupingBy(UserGrantRow::loginName));
        return rows.stream()
                .map(user -> view(user, grants.getOrDefault(user.loginName(), List.of())))
                .toList();
    }

    private static UserView view(UserRow user, List<UserGrantRow> grants) {
        return new UserView(
                user.loginName(),
                user.displayName(),
                user.userKind(),
                user.status(),
                user.mustChange(),
                codes(grants, UserGrantRow.ROLE),
                codes(grants, UserGrantRow.CHANNEL),
                user.version());
    }

    private static List<String> codes(List<UserGrantRow> grants, String kind) {
        return grants.stream()
                .filter(grant -> grant.kind().equals(kind))
                .map(UserGrantRow::code)
                .toList();
    }
}
