package io.jointlending.system.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run of the agent's command line, as a release system does it.
 *
 * @param exitCode of the command
 * @param answer its line of JSON
 */
public record AgentCall(int exitCode, JsonNode answer) {
    /** {@code java -jar agent.jar COMMAND --pid N options}. */
    public static AgentCall run(Path jar, String command, long pid, String... options) {
        return runBy(List.of(), jar, command, pid, options);
    }

    /** The same, started by another program, such as one that changes the user. */
    static AgentCall runBy(List<String> starter, Path jar, String command, long pid, String... options) {
        List<String> words = new ArrayList<>(starter);
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx32m",
                "-jar",
                jar.toString(),
                command,
                "--pid",
                Long.toString(pid)));
        words.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new AgentCall(process.waitFor(), new ObjectMapper().readTree(line));
        } catch (IOException e) {
            throw new UncheckedIOException(command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The agent's jar, as the build of this repository has made it. */
    public static Path builtJar() {
        Path target = Path.of(System.getProperty("project.root", ".."), "graceful-shutdown-agent/target")
                .toAbsolutePath()
                .normalize();
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("graceful-shutdown-agent-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no agent in " + target + ": run mvn package first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** State of the instance after it. */
    public String state() {
        return answer.path("state").asText();
    }
}
