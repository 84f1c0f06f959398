package io.jointlending.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts a supervisor as a child process that ends with its parent. */
final class SupervisorLaunch {
    private static final long POLL_MS = 50;

    private SupervisorLaunch() {}

    /** Starts the supervisor and waits for its ready signal. */
    static Process start(StackDirectory directory, DevStackProcess.Options options) {
        directory.create();
        ProcessBuilder builder = new ProcessBuilder(command(directory, options))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(directory).toFile()));
        builder.environment().put("CLASSPATH", LauncherClassPath.find());
        try {
            Process supervisor = builder.start();
            awaitReady(directory, supervisor, options.startLimit());
            return supervisor;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a JVM", e);
        }
    }

    private static List<String> command(StackDirectory directory, DevStackProcess.Options options) {
        List<String> command = new ArrayList<>(List.of(
                JavaServer.javaProgram(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dfile.encoding=UTF-8"));
        Supervisor.ownSystemProperties().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(
                "io.jointlending.devstack.DevStack",
                directory.root().toString(),
                "--exit-on-stdin-eof",
                "--port-base",
                Integer.toString(options.portBase()),
                "--topics",
                String.join(",", options.topics()),
                "--components",
                options.components().stream().map(Component::word).collect(Collectors.joining(","))));
        if (options.fast()) {
            command.add("--fast");
        }
        if (options.fresh()) {
            command.add("--fresh");
        }
        return command;
    }

    private static void awaitReady(StackDirectory directory, Process supervisor, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (!isReady(directory, supervisor.pid())) {
                if (supervisor.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
                    throw new StartFailure(supervisor.exitValue(), StackDirectory.tail(log(directory)));
                }
                if (System.nanoTime() > deadline) {
                    supervisor.destroy();
                    throw new IllegalStateException("the dev stack in " + directory.root() + " is not ready after "
                            + limit + ":\n" + StackDirectory.tail(log(directory)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            supervisor.destroy();
            throw new IllegalStateException("interrupted while the dev stack was starting");
        }
    }

    /** An earlier supervisor that was killed has left its own stack.properties, and the new one deletes it first. */
    private static boolean isReady(StackDirectory directory, long pid) {
        try {
            return Files.readAllLines(directory.properties()).contains("supervisor.pid=" + pid);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory.properties(), e);
        }
    }

    static Path log(StackDirectory directory) {
        return directory.logs().resolve("stack.log");
    }
}
