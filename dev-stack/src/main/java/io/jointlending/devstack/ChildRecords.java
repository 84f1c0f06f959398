package io.jointlending.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes that this stack has started, in the file {@code children}: name, pid, start instant in milliseconds. A
 * pid alone may belong to another process by now, a pid together with its start instant cannot.
 */
final class ChildRecords {
    private static final Duration TERM_LIMIT = Duration.ofSeconds(10);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

    /** The kernel's boot time, from which start instants are computed, moves a little when the clock is set. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final StackDirectory directory;
    private final Map<String, String> lines = new LinkedHashMap<>();

    ChildRecords(StackDirectory directory) {
        this.directory = directory;
    }

    synchronized void add(String name, ProcessHandle child) {
        long started = child.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        lines.put(name, name + " " + child.pid() + " " + started);
        StackDirectory.write(directory.children(), String.join("\n", lines.values()) + "\n");
    }

    /** All children are known to have ended. */
    synchronized void forget() {
        lines.clear();
        StackDirectory.deleteTree(directory.children());
    }

    /**
     * Ends exactly those processes of an earlier supervisor that still run.
     *
     * @return their names
     */
    synchronized List<String> endOrphans() {
        if (!Files.exists(directory.children())) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        List<ProcessHandle> orphans = new ArrayList<>();
        for (String line : read()) {
            String[] fields = line.split(" ", -1);
            if (fields.length == 3) {
                orphan(Long.parseLong(fields[1]), Long.parseLong(fields[2])).ifPresent(orphan -> {
                    Progress.say(
                            "ending " + fields[0] + " (pid " + fields[1] + "), left by a supervisor that was killed");
                    names.add(fields[0]);
                    orphans.add(orphan);
                });
            }
        }
        end(orphans);
        forget();
        return names;
    }

    /** SIGTERM to all, also to those that are frozen, and SIGKILL to those that do not go. */
    private static void end(List<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            process.destroy();
            Signals.send("CONT", process.pid());
        }
        for (ProcessHandle process : processes) {
            if (!ended(process, TERM_LIMIT)) {
                process.destroyForcibly();
                if (!ended(process, KILL_LIMIT)) {
                    throw StackFailure.failed("pid " + process.pid() + " does not end");
                }
            }
        }
    }

    private static boolean ended(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("waiting for pid " + process.pid() + " failed", e);
        }
    }

    private static Optional<ProcessHandle> orphan(long pid, long startedMillis) {
        Instant recorded = Instant.ofEpochMilli(startedMillis);
        return ProcessHandle.of(pid).filter(process -> process.info()
                .startInstant()
                .map(started -> Duration.between(recorded, started).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false));
    }

    private List<String> read() {
        try {
            return Files.readAllLines(directory.children());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory.children(), e);
        }
    }
}
