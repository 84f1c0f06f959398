package io.jointlending.agent;

import io.jointlending.agent.inside.ExitCode;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Properties;
import java.util.stream.Stream;

/** Takes a command into a running JVM by its process id and waits for the answer in a file. */
final class Attachment {
    private static final long POLL_MILLIS = 50;
    private static final long GRACE_MILLIS = 8_000;

    private final String pid;
    private final File jar;

    Attachment(String pid, File jar) {
        this.pid = pid;
        this.jar = jar;
    }

    /** The JVM cannot be reached; the message says why in one line. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1;

        final ExitCode exitCode;

        Unreachable(ExitCode exitCode, String message) {
            super(message);
            this.exitCode = exitCode;
        }
    }

    /**
     * Exit code and JSON, each a line; empty if the JVM was reached but gave no answer in time.
     *
     * @param values what the agent is told
     * @param limitMillis how long the command itself may take
     */
    String ask(Properties values, long limitMillis) throws Unreachable, IOException {
        Path directory = Files.createTempDirectory("graceful-shutdown-agent");
        try {
            giveToOwnerOf(pid, directory);
            Path out = directory.resolve("answer");
            Properties arguments = new Properties();
            arguments.putAll(values);
            arguments.setProperty("jar", jar.getAbsolutePath());
            arguments.setProperty("out", out.toString());
            load(AgentArguments.write(arguments));
            return await(out, System.nanoTime() + (limitMillis + GRACE_MILLIS) * 1_000_000);
        } finally {
            remove(directory);
        }
    }

    /** By reflection: with release 8 the attach API is not in sight. */
    private void load(String arguments) throws Unreachable {
        try {
            Class<?> machines = Class.forName("com.sun.tools.attach.VirtualMachine");
            Object machine = machines.getMethod("attach", String.class).invoke(null, pid);
            try {
                machines.getMethod("loadAgent", String.class, String.class)
                        .invoke(machine, jar.getAbsolutePath(), arguments);
            } finally {
                machines.getMethod("detach").invoke(machine);
            }
        } catch (ClassNotFoundException e) {
            throw new Unreachable(ExitCode.UNREACHABLE, "this java has no attach API (module jdk.attach); use a JDK");
        } catch (InvocationTargetException e) {
            throw refused(String.valueOf(e.getCause()));
        } catch (ReflectiveOperationException e) {
            throw new Unreachable(ExitCode.UNREACHABLE, "cannot attach to " + pid + ": " + e);
        }
    }

    private Unreachable refused(String cause) {
        String what = "cannot attach to " + pid + ": " + cause;
        Path process = Paths.get("/proc", pid);
        if (Files.isDirectory(Paths.get("/proc/self")) && !Files.exists(process)) {
            return new Unreachable(ExitCode.UNREACHABLE, what + " (there is no such process)");
        }
        try {
            String owner = Files.getOwner(process).getName();
            if (!owner.equals(System.getProperty("user.name"))) {
                return new Unreachable(
                        ExitCode.FOREIGN, what + " (it belongs to " + owner + ": run this as that user)");
            }
        } catch (IOException | RuntimeException e) {
            return new Unreachable(ExitCode.UNREACHABLE, what);
        }
        return new Unreachable(ExitCode.UNREACHABLE, what + " (no JVM, or its attach mechanism is switched off)");
    }

    private static String await(Path out, long deadlineNanos) throws IOException {
        while (System.nanoTime() - deadlineNanos < 0) {
            try {
                return new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
            } catch (NoSuchFileException e) {
                pause();
            }
        }
        return "";
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** For root, who may attach to the JVM of another, which then writes here. */
    private static void giveToOwnerOf(String pid, Path directory) {
        try {
            Files.setOwner(directory, Files.getOwner(Paths.get("/proc", pid)));
        } catch (IOException | RuntimeException e) {
            return; // the same user in most cases; otherwise attaching fails with a clear message
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }
}
