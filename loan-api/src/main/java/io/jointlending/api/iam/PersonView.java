package io.jointlending.api.iam;

import java.io.Serializable;
import java.util.List;

/**
 * Who a session belongs to.
 *
 * @param loginName name of the user, also what audits show
 * @param displayName name for people
 * @param kind OPERATOR sees everything that the permissions allow; CHANNEL_USER only the listed channels
 * @param permissions codes, sorted
 * @param channels codes of the channels of a CHANNEL_USER, sorted
 * @param mustChangePassword nothing but a change of the password is possible
 */
public record PersonView(
        String loginName,
        String displayName,
        String kind,
        List<String> permissions,
        List<String> channels,
        Boolean mustChangePassword)
        implements Serializable {
    /** Works for the platform. */
    public static final String OPERATOR = "OPERATOR";
    /** Works for a channel and sees nothing of the others. */
    public static final String CHANNEL_USER = "CHANNEL_USER";
}
