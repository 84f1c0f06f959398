package io.jointlending.system.offline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A small application as a process of its own. It ends with this JVM, as its input then ends. */
public final class LabProcess implements AutoCloseable {
    private static final Duration END_LIMIT = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final Path errors;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final AtomicInteger longCalls = new AtomicInteger();
    private final AtomicInteger longCallsBegun = new AtomicInteger();

    private LabProcess(String name, Process process, Path errors) {
        this.name = name;
        this.process = process;
        this.errors = errors;
    }

    /** As the other, with the JDK of this process. */
    static LabProcess start(
            String name, Path home, List<String> options, Map<String, String> properties, Consumer<String> lines) {
        return start(Path.of(System.getProperty("java.home")), name, home, options, properties, lines);
    }

    /**
     * Starts {@code java options}, which name the class path or the jar.
     *
     * @param jdk its folder
     * @param home directory for what it writes
     * @param lines takes every line of its output
     */
    static LabProcess start(
            Path jdk,
            String name,
            Path home,
            List<String> options,
            Map<String, String> properties,
            Consumer<String> lines) {
        try {
            Files.createDirectories(home);
            Path errors = home.resolve(name + ".log");
            List<String> command = new ArrayList<>(List.of(
                    jdk.resolve("bin/java").toString(),
                    "-Xmx128m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Duser.home=" + home,
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Ddubbo.application.logger=slf4j"));
            properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
            command.addAll(options);
            Process process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                    .start();
            LabProcess started = new LabProcess(name, process, errors);
            Thread reader = new Thread(() -> started.read(lines), "output of " + name);
            reader.setDaemon(true);
            reader.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private void read(Consumer<String> lines) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                switch (line) {
                    case "ready" -> ready.countDown();
                    case "begin" -> {
                        longCalls.incrementAndGet();
                        longCallsBegun.incrementAndGet();
                    }
                    case "end" -> longCalls.decrementAndGet();
                    default -> {} // for whoever takes the lines
                }
                lines.accept(line);
            }
        } catch (IOException e) {
            lines.accept("the output of " + name + " ended: " + e);
        }
    }

    /** Waits until it says that it is ready. */
    void awaitReady(Duration limit) {
        try {
            long deadline = System.nanoTime() + limit.toNanos();
            while (!ready.await(100, TimeUnit.MILLISECONDS)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException(name + " is not ready, see " + errors + "\n" + tail());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(errors);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Process id. */
    public long pid() {
        return process.pid();
    }

    /** Long calls that a provider works on. */
    int longCalls() {
        return longCalls.get();
    }

    /** Long calls that have reached a provider so far. */
    int longCallsBegun() {
        return longCallsBegun.get();
    }

    /** A line for its input. */
    void say(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGTERM; returns when it has ended. */
    void terminate() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }
}
