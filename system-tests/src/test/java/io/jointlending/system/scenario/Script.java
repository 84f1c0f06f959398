package io.jointlending.system.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of the repository as people run it: bash, one line of JSON, an exit code. */
final class Script {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Platform platform;
    private final Path home;

    /** @param home an empty directory, where no platform of its own is */
    Script(Platform platform, Path home) {
        this.platform = platform;
        this.home = home;
    }

    /** Runs it against the platform; the exit code is checked against the one in the answer. */
    Ran run(Map<String, String> environment, String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(ProviderProcess.ROOT.resolve("scripts").resolve(script).toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--dir", home.toString()));
        Path out = home.resolve("out");
        Path errors = home.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(errors.toFile());
        builder.environment().put("JL_REGISTRY_ADDRESS", platform.registryAddress());
        builder.environment()
                .put(
                        "JL_SECURITY_MASTER_KEY",
                        platform.environment(Provider.LOAN).get("JL_SECURITY_MASTER_KEY"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new AssertionError(command + " does not end: " + Files.readString(errors));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String line = Files.readString(out, UTF_8).strip();
        assertThat(line)
                .as("%s: %s", command, Files.readString(errors, UTF_8))
                .startsWith("{")
                .doesNotContain("\n");
        JsonNode answer = JSON.readTree(line);
        assertThat(answer.path("exitCode").asInt()).as(line).isEqualTo(process.exitValue());
        return new Ran(process.exitValue(), answer, Files.readString(errors, UTF_8));
    }

    /** What it said. */
    record Ran(int exitCode, JsonNode answer, String errors) {}
}
