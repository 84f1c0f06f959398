package io.jointlending.support.identity;

import io.jointlending.api.iam.PersonView;
import java.util.Set;

/**
 * The person behind a call, as the server knows it from the session.
 *
 * @param loginName name of the user, what audits show
 * @param ofChannel true for a user of channels, false for an operator of the platform
 * @param permissions codes
 * @param channels channels of a user of channels
 * @param mustChangePassword nothing but a change of the password is possible
 */
public record Person(
        String loginName,
        boolean ofChannel,
        Set<String> permissions,
        Set<String> channels,
        boolean mustChangePassword) {
    /** Copies the sets. */
    public Person {
        permissions = Set.copyOf(permissions);
        channels = Set.copyOf(channels);
    }

    /** From what channel-admin answers. */
    public static Person of(PersonView view) {
        return new Person(
                view.loginName(),
                !PersonView.OPERATOR.equals(view.kind()),
                Set.copyOf(view.permissions()),
                Set.copyOf(view.channels()),
                view.mustChangePassword());
    }

    /** True when one of the person's roles has this permission. */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
