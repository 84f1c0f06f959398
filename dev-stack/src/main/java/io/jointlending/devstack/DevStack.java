package io.jointlending.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The supervisor: starts real servers as processes of their own, waits, and ends them all on SIGTERM, on Ctrl-C, on a
 * command, or when its stdin ends. See {@link StackOptions#USAGE} for the options.
 *
 * <p>Exit codes: 0 stopped, 1 failed, 2 usage, 3 a component did not start in time, 4 the directory is in use.
 */
public final class DevStack {
    private static final int TOKEN_BYTES = 16;

    private DevStack() {}

    /** See the class. */
    public static void main(String[] arguments) {
        try {
            run(StackOptions.parse(arguments));
        } catch (RuntimeException e) {
            StackFailure failure = StackFailure.of(e);
            Progress.say(String.valueOf(failure.getMessage()));
            System.exit(failure.exitCode());
        }
    }

    private static void run(StackOptions options) {
        long begun = System.nanoTime();
        StackDirectory directory = new StackDirectory(options.directory());
        directory.create();
        // The lock is held until the process ends.
        var lock = StackLock.take(directory);
        StackDirectory.deleteTree(directory.properties());
        ChildRecords children = new ChildRecords(directory);
        children.endOrphans();
        if (options.endOrphans()) {
            lock.close();
            return;
        }
        directory.clear(options.fresh());
        Ports ports = options.portBase() == 0 ? Ports.free(earlier(directory)) : Ports.fixed(options.portBase());
        StackDirectory.writeProperties(directory.ports(), ports.written());

        String token = newToken();
        Supervisor supervisor = new Supervisor(options, directory, ports, children, token);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
        if (options.exitOnStdinEof()) {
            inBackground("stdin", DevStack::exitAtEndOfStdin);
        }
        openControl(supervisor, ports.control(), token);
        supervisor.start();
        Progress.say("stack ready in " + Progress.seconds(Duration.ofNanos(System.nanoTime() - begun)) + ": "
                + directory.properties());
        waitForever();
    }

    private static void openControl(Supervisor supervisor, int port, String token) {
        try {
            new ControlServer(supervisor, port, token, () -> inBackground("stop-command", () -> System.exit(0)))
                    .start();
        } catch (IOException e) {
            throw StackFailure.failed("cannot listen on the control port " + port + ": " + e.getMessage());
        }
    }

    private static @Nullable Ports earlier(StackDirectory directory) {
        return Files.exists(directory.ports()) ? Ports.of(StackDirectory.readProperties(directory.ports())) : null;
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void exitAtEndOfStdin() {
        try {
            while (System.in.read() >= 0) {
                // What comes is of no interest, only that it ends.
            }
        } catch (IOException e) {
            Progress.say("stdin: " + e.getMessage());
        }
        System.exit(0);
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void waitForever() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
