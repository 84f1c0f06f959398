package io.jointlending.devstack;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** An end of the supervisor, or of one of its commands, that has a message for a person and an exit code. */
final class StackFailure extends RuntimeException {
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int TIMEOUT = 3;
    static final int REFUSED = 4;

    private final int exitCode;

    private StackFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static StackFailure failed(String message) {
        return new StackFailure(FAILED, message);
    }

    static StackFailure usage(String message) {
        return new StackFailure(USAGE, message);
    }

    static StackFailure timeout(String message) {
        return new StackFailure(TIMEOUT, message);
    }

    static StackFailure refused(String message) {
        return new StackFailure(REFUSED, message);
    }

    /** A failure of its own kind as it is, any other with the messages of its causes, which say more than its own. */
    static StackFailure of(@Nullable Throwable failure) {
        if (failure instanceof StackFailure already) {
            return already;
        }
        StringJoiner message = new StringJoiner(": ");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            message.add(cause.toString());
        }
        return failed(message.toString());
    }

    int exitCode() {
        return exitCode;
    }
}
