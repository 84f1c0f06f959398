package io.jointlending.system.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code scripts/release/rolling} with homes of instances, as a release system calls it. */
@Tag("drill")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollingIT {
    private static final Path SCRIPT = Path.of(System.getProperty("project.root", ".."), "scripts/release/rolling")
            .toAbsolutePath();

    private Lab lab;
    private Path a;
    private Path b;

    /** What the script said: its exit code and its line. */
    private record Rolled(int exitCode, JsonNode answer) {}

    @BeforeAll
    void open() throws IOException {
        lab = Lab.open("rolling");
        a = instance("A");
        b = instance("B");
        start(a);
        start(b);
    }

    @AfterAll
    void close() throws IOException {
        for (Path home : List.of(a, b)) {
            ProcessHandle.of(pid(home)).ifPresent(ProcessHandle::destroyForcibly);
        }
        lab.close();
    }

    @Test
    void each_instance_is_restarted_in_its_turn_and_no_call_fails() throws Exception {
        Load load = lab.load("A", "B");
        List<Long> before = List.of(pid(a), pid(b));
        Rolled rolled =
                rolling("--restart", "bash \"$TARGET/restart\"", "--quiet-for", "2s", a.toString(), b.toString());
        assertThat(rolled.exitCode()).as("%s", rolled.answer()).isZero();
        assertThat(rolled.answer().path("step").asText()).isEqualTo("finished");
        assertThat(rolled.answer().path("done")).hasSize(2);
        assertThat(List.of(pid(a), pid(b))).doesNotContainAnyElementsOf(before);
        Lab.awaitCalls(load, "B", System.currentTimeMillis());
        assertThat(load.failures()).isEmpty();
    }

    @Test
    void it_stops_at_the_first_failure_and_says_where_it_stands() throws Exception {
        Rolled rolled = rolling("--restart", "false", "--quiet-for", "100ms", a.toString(), b.toString());
        assertThat(rolled.exitCode()).isEqualTo(10);
        assertThat(rolled.answer().path("step").asText()).isEqualTo("restart");
        assertThat(rolled.answer().path("failedAt").asText()).isEqualTo(a.toString());
        assertThat(rolled.answer().path("done")).isEmpty();
        assertThat(rolled.answer().at("/pending/0").asText()).isEqualTo(b.toString());
        assertThat(rolled.answer().at("/answer/state").asText()).isEqualTo("DRAINED");
        assertThat(AgentCall.run(AgentCall.builtJar(), "online", pid(a)).exitCode())
                .isZero();
    }

    private static Rolled rolling(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("JL_AGENT_JAR", AgentCall.builtJar().toString());
        Process process = builder.start();
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Rolled(process.waitFor(), new ObjectMapper().readTree(line));
    }

    /** A home with a script that ends what runs there and starts it anew; a pipe is its input, which never ends. */
    private Path instance(String name) throws IOException {
        Path home = Files.createDirectories(lab.home().resolve("homes").resolve(name));
        Map<String, String> properties = new LinkedHashMap<>(lab.common());
        properties.put("lab.name", name);
        properties.put("lab.port", Integer.toString(FreePort.next()));
        properties.put(LabProvider.METADATA_PORT, Integer.toString(FreePort.next()));
        StringBuilder java = new StringBuilder(System.getProperty("java.home") + "/bin/java -XX:TieredStopAtLevel=1");
        properties.forEach(
                (key, value) -> java.append(" -D").append(key).append('=').append(value));
        java.append(" -cp ").append(System.getProperty("java.class.path")).append(' ');
        java.append(LabProvider.class.getName());
        Files.writeString(
                home.resolve("restart"),
                """
                cd %s
                if [ -s pid ]; then
                  kill -TERM "$(cat pid)"
                  while kill -0 "$(cat pid)" 2>/dev/null; do sleep 0.1; done
                fi
                [ -p input ] || mkfifo input
                %s <>input >out 2>&1 &
                echo $! >pid
                """
                        .formatted(home, java));
        return home;
    }

    private static void start(Path home) {
        try {
            Process process = new ProcessBuilder("bash", home.resolve("restart").toString()).start();
            process.onExit().join();
            Await.until(
                    "it is ready", Lab.LIMIT, () -> read(home.resolve("out")).contains("ready"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long pid(Path home) throws IOException {
        return Long.parseLong(Files.readString(home.resolve("pid")).strip());
    }
}
