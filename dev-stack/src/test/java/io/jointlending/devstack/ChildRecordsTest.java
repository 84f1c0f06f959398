package io.jointlending.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildRecordsTest {
    private final List<Process> started = new ArrayList<>();
    private final StackDirectory directory;

    ChildRecordsTest(@TempDir Path root) {
        directory = new StackDirectory(root);
    }

    @AfterEach
    void end_what_was_started() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void a_recorded_process_is_ended_even_if_it_is_frozen() throws Exception {
        Process orphan = sleeper();
        new ChildRecords(directory).add("redis", orphan.toHandle());
        Signals.send("STOP", orphan.pid());

        assertThat(new ChildRecords(directory).endOrphans()).containsExactly("redis");

        assertThat(orphan.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(directory.children()).doesNotExist();
    }

    @Test
    void a_process_that_has_the_pid_of_an_ended_child_is_left_alone() throws Exception {
        Process stranger = sleeper();
        long started = stranger.toHandle().info().startInstant().orElseThrow().toEpochMilli();
        long earlier = started - Duration.ofMinutes(1).toMillis();
        Files.writeString(directory.children(), "redis " + stranger.pid() + " " + earlier + "\n");

        assertThat(new ChildRecords(directory).endOrphans()).isEmpty();

        assertThat(stranger.isAlive()).isTrue();
    }

    private Process sleeper() throws IOException {
        Process process = new ProcessBuilder("sleep", "60").start();
        started.add(process);
        return process;
    }
}
