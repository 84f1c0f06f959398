package io.jointlending.support.rpc;

import org.jspecify.annotations.Nullable;

/** Who calls. Set around every contract method. */
public final class CallContext {
    /** The caller outside a call: a message, a sweep, a test. */
    public static final String LOCAL = "local";

    private static final ThreadLocal<String> CALLER = new ThreadLocal<>();

    private CallContext() {}

    /** Dubbo application name of the caller, {@code local} outside a call. */
    public static String caller() {
        String caller = CALLER.get();
        return caller == null ? LOCAL : caller;
    }

    static void enter(String caller) {
        CALLER.set(caller);
    }

    static void leave(@Nullable String previous) {
        if (previous == null) {
            CALLER.remove();
        } else {
            CALLER.set(previous);
        }
    }

    static @Nullable String current() {
        return CALLER.get();
    }
}
