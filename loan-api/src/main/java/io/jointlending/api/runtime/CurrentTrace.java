package io.jointlending.api.runtime;

import org.jspecify.annotations.Nullable;

/** The trace that the current thread works for. Providers set it around a call, a message and a job. */
public final class CurrentTrace {
    private static final ThreadLocal<TraceParent> CURRENT = new ThreadLocal<>();

    private CurrentTrace() {}

    /** The current trace, or null. */
    public static @Nullable TraceParent get() {
        return CURRENT.get();
    }

    /** Sets the current trace; null clears it. */
    public static void set(@Nullable TraceParent trace) {
        if (trace == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(trace);
        }
    }
}
