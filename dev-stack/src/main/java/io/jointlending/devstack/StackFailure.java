package io.jointlending.devstack;

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

    int exitCode() {
        return exitCode;
    }
}
