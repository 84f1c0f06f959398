package io.jointlending.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that Java cannot send itself. */
final class Signals {
    private Signals() {}

    /**
     * Sends a signal; a process that is gone is no error.
     *
     * @param name STOP or CONT
     */
    static void send(String name, long pid) {
        try {
            // kill is a builtin of every shell; the program of that name may be missing.
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send " + name + " to " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
