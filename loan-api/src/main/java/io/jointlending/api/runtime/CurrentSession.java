package io.jointlending.api.runtime;

import org.jspecify.annotations.Nullable;

/** The session that calls of the current thread are made for. Set by whoever talks to a person, such as the console. */
public final class CurrentSession {
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private CurrentSession() {}

    /** Token of the session, or null. */
    public static @Nullable String get() {
        return CURRENT.get();
    }

    /** Sets the token; null clears it. */
    public static void set(@Nullable String token) {
        if (token == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(token);
        }
    }
}
