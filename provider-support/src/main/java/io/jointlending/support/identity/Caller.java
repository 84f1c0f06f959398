package io.jointlending.support.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, proven unless the platform is for development and has no master key.
 *
 * @param application name of the calling application
 * @param scopes packages of contracts that its key is good for
 * @param person the person it calls for, or null
 * @param session hash of the session's token, or null
 */
public record Caller(String application, List<String> scopes, @Nullable Person person, @Nullable String session) {
    private static final int LONGEST = 64;

    /** What separates request numbers: the application, with the person in front where there is one. */
    public String name() {
        String name = person == null ? application : person.loginName() + '@' + application;
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }
}
