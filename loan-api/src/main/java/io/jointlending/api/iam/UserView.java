package io.jointlending.api.iam;

import java.io.Serializable;
import java.util.List;

/**
 * A user, without anything of the password.
 *
 * @param loginName name to log in with
 * @param displayName name for people
 * @param kind OPERATOR or CHANNEL_USER
 * @param status ENABLED or DISABLED
 * @param mustChangePassword true while only a one-time password exists
 * @param roles codes of roles
 * @param channels codes of channels
 * @param version rises with every change
 */
public record UserView(
        String loginName,
        String displayName,
        String kind,
        String status,
        Boolean mustChangePassword,
        List<String> roles,
        List<String> channels,
        Long version)
        implements Serializable {}
