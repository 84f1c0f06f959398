package io.jointlending.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** scripts/stack as people run it, with one small server. */
class StackScriptIT {
    private static final Path SCRIPT = Path.of(System.getProperty("project.root", ".."), "scripts", "stack");
    private static final Path DIRECTORY = Path.of("target", "it", "script").toAbsolutePath();

    private record Result(int code, String out, String err) {}

    @AfterEach
    void leave_nothing_running() throws Exception {
        assertThat(run("down").code()).isZero();
        StackDirectory.deleteTree(DIRECTORY);
    }

    @Test
    void up_and_down_may_be_said_twice() throws Exception {
        assertThat(run("status")).satisfies(status -> {
            assertThat(status.code()).isEqualTo(1);
            assertThat(status.out()).contains("\"state\":\"stopped\"");
        });

        Result up = run("up", "--components", "redis");
        assertThat(up.code()).as(up.err()).isZero();
        assertThat(up.out())
                .startsWith("{\"ok\":true")
                .contains("\"alreadyRunning\":false")
                .hasLineCount(1);
        assertThat(up.err()).contains("redis ready in");

        Result again = run("up", "--components", "redis");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("\"alreadyRunning\":true").contains("\"redis\":{\"state\":\"running\"");
        assertThat(run("status").code()).isZero();

        assertThat(run("down").out()).contains("\"wasRunning\":true");
        assertThat(run("up", "--components", "redis", "--timeout", "30").out())
                .as("up directly after down")
                .contains("\"alreadyRunning\":false");
        assertThat(run("down").code()).isZero();
        assertThat(run("down")).satisfies(down -> {
            assertThat(down.code()).isZero();
            assertThat(down.out()).contains("\"wasRunning\":false");
        });
        assertThat(DIRECTORY.resolve("children")).doesNotExist();
    }

    @Test
    void a_drill_kills_freezes_resumes_and_starts_again() throws Exception {
        run("up", "--components", "redis");

        assertThat(run("freeze", "redis").out()).contains("\"state\":\"frozen\"");
        assertThat(run("status").code()).isEqualTo(1);
        assertThat(run("start", "redis").code()).isEqualTo(4);
        assertThat(run("resume", "redis").out()).contains("\"state\":\"running\"");
        assertThat(run("kill", "redis").out()).contains("\"state\":\"killed\"");
        assertThat(run("freeze", "redis").code()).isEqualTo(4);
        assertThat(run("start", "redis").out()).contains("\"state\":\"running\"");
        assertThat(run("expire-session", "all").code())
                .as("ZooKeeper does not run")
                .isEqualTo(4);
    }

    @Test
    void down_ends_what_a_killed_supervisor_left() throws Exception {
        run("up", "--components", "redis");
        DevStackProcess stack = DevStackProcess.attach(DIRECTORY.resolve("stack.properties"));
        long redis = Long.parseLong(stack.property("redis.pid"));
        ProcessHandle supervisor = ProcessHandle.of(stack.supervisorPid()).orElseThrow();
        supervisor.destroyForcibly();
        supervisor.onExit().get(10, TimeUnit.SECONDS);

        assertThat(run("status").out()).contains("\"state\":\"stopped\"");
        Result down = run("down");

        assertThat(down.code()).as(down.err()).isZero();
        assertThat(down.out()).contains("\"orphans\":true");
        assertThat(ProcessHandle.of(redis)).isEmpty();
    }

    @Test
    void wrong_usage_has_its_own_exit_code() throws Exception {
        assertThat(run("--help").code()).isZero();
        for (List<String> wrong : List.of(
                List.of("explode"),
                List.of("up", "--port-base", "x"),
                List.of("up", "--port-base", "80"),
                List.of("up", "--components", "oracle"),
                List.of("kill"),
                List.of("kill", "a", "b"),
                List.of("up", "--timeout"))) {
            Result result = run(wrong.toArray(new String[0]));
            assertThat(result.code()).as(wrong + ": " + result).isEqualTo(2);
            assertThat(result.out()).startsWith("{\"ok\":false,\"exitCode\":2");
        }
    }

    private static Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        command.addAll(1, List.of("--dir", DIRECTORY.toString()));
        File out = File.createTempFile("stack", ".out");
        File err = File.createTempFile("stack", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        // The module is being built right now: a build inside of it would pull the rug from under it.
        builder.environment().put("MVN", "false");
        int code = builder.start().waitFor();
        Result result = new Result(code, Files.readString(out.toPath()), Files.readString(err.toPath()));
        Files.delete(out.toPath());
        Files.delete(err.toPath());
        return result;
    }
}
