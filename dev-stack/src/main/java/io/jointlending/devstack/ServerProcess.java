package io.jointlending.devstack;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The life of one component's process: started, frozen, killed, started again; and noticed when it ends by itself. */
final class ServerProcess {
    /** What is known of the process. DIED: it ended, and nobody here asked for that. */
    enum State {
        STOPPED,
        STARTING,
        RUNNING,
        FROZEN,
        KILLED,
        DIED
    }

    static final String READY = "ready";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration TERM_LIMIT = Duration.ofSeconds(20);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
    private static final long POLL_MS = 25;

    /** Ctrl-C reaches the children as well: a death is reported only if the stack is not about to stop. */
    private static final long REPORT_DELAY_MS = 500;

    private final Server server;
    private final StackDirectory directory;
    private final ChildRecords children;
    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private @Nullable Process process;
    private State state = State.STOPPED;
    private int exitCode;
    private volatile boolean stopping;

    ServerProcess(Server server, StackDirectory directory, ChildRecords children) {
        this.server = server;
        this.directory = directory;
        this.children = children;
    }

    String name() {
        return server.component().word();
    }

    synchronized State state() {
        return state;
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The pid of the process, or of the last one. */
    synchronized long pid() {
        return process == null ? 0 : process.pid();
    }

    /** The exit code of the last process; of use in state DIED only. */
    synchronized int exitCode() {
        return exitCode;
    }

    /** Starts the process and returns when it serves. */
    void start() {
        long begun = System.nanoTime();
        StackDirectory.makeDirectory(directory.tmp(server.component()));
        server.prepare();
        Path log = directory.freshLog(server.component());
        Process spawned = spawn(log);
        long deadline = begun + START_LIMIT.toNanos();
        while (!ready()) {
            if (!spawned.isAlive()) {
                throw StackFailure.failed(name() + " ended with exit code " + spawned.exitValue()
                        + " while starting; the end of " + log + ":\n" + StackDirectory.tail(log));
            }
            if (System.nanoTime() > deadline) {
                throw StackFailure.timeout(name() + " does not answer after " + Progress.seconds(START_LIMIT)
                        + "; the end of " + log + ":\n" + StackDirectory.tail(log));
            }
        }
        synchronized (this) {
            if (state == State.STARTING) {
                state = State.RUNNING;
            }
        }
        Progress.say(name() + " ready in " + Progress.seconds(Duration.ofNanos(System.nanoTime() - begun)));
    }

    /** SIGKILL. */
    synchronized void kill() {
        Process running = process;
        if (running != null && running.isAlive()) {
            state = State.KILLED;
            running.destroyForcibly();
            if (!ended(running, KILL_LIMIT)) {
                throw StackFailure.timeout(name() + " (pid " + running.pid() + ") does not end after SIGKILL");
            }
        }
    }

    /** SIGSTOP. */
    synchronized void freeze() {
        requireAlive();
        Signals.send("STOP", pid());
        state = State.FROZEN;
    }

    /** SIGCONT. */
    synchronized void resume() {
        requireAlive();
        Signals.send("CONT", pid());
        state = State.RUNNING;
    }

    /** From here on the end of the process is no surprise, and none is started. */
    void expectEnd() {
        stopping = true;
    }

    /** Asks for an orderly end; call {@link #awaitEnd} afterwards. */
    synchronized void terminate() {
        stopping = true;
        Process running = process;
        if (running != null && running.isAlive()) {
            running.destroy();
            Signals.send("CONT", running.pid());
        }
    }

    void awaitEnd() {
        Process running;
        synchronized (this) {
            running = process;
        }
        if (running != null && !ended(running, TERM_LIMIT)) {
            Progress.say(name() + " does not stop, killing it");
            running.destroyForcibly();
            if (!ended(running, KILL_LIMIT)) {
                throw StackFailure.failed(name() + " (pid " + running.pid() + ") does not end after SIGKILL");
            }
        }
        synchronized (this) {
            state = State.STOPPED;
        }
    }

    /** One command to a process that talks, and its answer. */
    synchronized String ask(String command, Duration limit) {
        Process running = process;
        if (state != State.RUNNING || running == null) {
            throw StackFailure.refused(name() + " is not running but " + state);
        }
        try {
            replies.clear();
            var stdin = running.getOutputStream();
            stdin.write((command + "\n").getBytes(StandardCharsets.UTF_8));
            stdin.flush();
            String reply = replies.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (reply == null) {
                throw StackFailure.timeout(name() + " does not answer within " + Progress.seconds(limit));
            }
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(name() + " cannot be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StackFailure.failed("interrupted");
        }
    }

    private synchronized Process spawn(Path log) {
        if (stopping) {
            throw StackFailure.refused("the stack is stopping");
        }
        ProcessBuilder builder = new ProcessBuilder(server.command())
                .directory(directory.data(server.component()).toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        surroundings(builder.environment());
        if (server.talks()) {
            builder.redirectInput(ProcessBuilder.Redirect.PIPE).redirectOutput(ProcessBuilder.Redirect.PIPE);
        } else {
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        }
        try {
            replies.clear();
            Process spawned = builder.start();
            process = spawned;
            state = State.STARTING;
            children.add(name(), spawned.toHandle());
            if (server.talks()) {
                listen(spawned);
            }
            var unused = spawned.onExit()
                    .thenAcceptAsync(
                            this::noticeEnd, CompletableFuture.delayedExecutor(REPORT_DELAY_MS, TimeUnit.MILLISECONDS));
            return spawned;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name(), e);
        }
    }

    private void surroundings(Map<String, String> environment) {
        environment.remove("JAVA_TOOL_OPTIONS");
        environment.remove("JDK_JAVA_OPTIONS");
        environment.put("HOME", directory.home().toString());
        environment.put("TMPDIR", directory.tmp(server.component()).toString());
        environment.put("CLASSPATH", Artifacts.classPathOfServers());
    }

    private void listen(Process spawned) {
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader lines = spawned.inputReader(StandardCharsets.UTF_8)) {
                        lines.lines().forEach(replies::add);
                    } catch (IOException | UncheckedIOException e) {
                        replies.add("closed: " + e.getMessage());
                    }
                },
                name() + "-replies");
        reader.setDaemon(true);
        reader.start();
    }

    private boolean ready() {
        try {
            if (server.talks()) {
                return READY.equals(replies.poll(POLL_MS, TimeUnit.MILLISECONDS));
            }
            Thread.sleep(POLL_MS);
            return server.answers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StackFailure.failed("interrupted while " + name() + " was starting");
        }
    }

    private synchronized void noticeEnd(Process ended) {
        if (!ended.equals(process) || stopping || (state != State.RUNNING && state != State.FROZEN)) {
            return;
        }
        state = State.DIED;
        exitCode = ended.exitValue();
        Progress.say(name() + " (pid " + ended.pid() + ") died by itself with exit code " + exitCode + ", see "
                + directory.log(server.component()));
    }

    private void requireAlive() {
        if (!isAlive()) {
            throw StackFailure.refused(name() + " is not running but " + state);
        }
    }

    private static boolean ended(Process running, Duration limit) {
        try {
            return running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
