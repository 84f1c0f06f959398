package io.jointlending.devstack;

/** The supervisor ended instead of getting ready. */
final class StartFailure extends IllegalStateException {
    private final int exitCode;

    StartFailure(int exitCode, String log) {
        super("the dev stack ended with exit code " + exitCode + ":\n" + log);
        this.exitCode = exitCode;
    }

    /** True if another supervisor has the directory. */
    boolean isRefusal() {
        return exitCode == StackFailure.REFUSED;
    }
}
