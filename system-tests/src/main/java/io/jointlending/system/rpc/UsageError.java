package io.jointlending.system.rpc;

/** The command line asks for something that cannot be asked; the message says what and what could. */
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageError(String message) {
        super(message, null, false, false);
    }
}
