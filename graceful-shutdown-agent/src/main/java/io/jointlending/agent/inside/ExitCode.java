package io.jointlending.agent.inside;

/** How a command ended; the numbers are a published interface (docs/offline.md). */
public enum ExitCode {
    /** Reached, and seen in the registry. */
    DONE(0),
    /** The command makes no sense. */
    USAGE(2),
    /** No such process, no JVM, or it cannot be attached to. */
    UNREACHABLE(3),
    /** No valid token. */
    UNAUTHORIZED(4),
    /** The last provider of a service would go. Nothing was changed. */
    REFUSED(5),
    /** The registry does not show what was wished. The wish is kept and worked on. */
    NOT_CONFIRMED(6),
    /** Offline, but calls are still running or arriving. */
    NOT_DRAINED(7),
    /** Nothing of Dubbo is exported in this JVM. */
    NO_PROVIDER(8),
    /** The opposite command is running. */
    BUSY(9),
    /** The agent itself failed. */
    INTERNAL(10),
    /** The JVM is another user's. */
    FOREIGN(11);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number. */
    public int code() {
        return code;
    }
}
