package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.devstack.Component;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A provider starts when what it needs is there, waits while it is not, and refuses what it cannot work with. */
@ExtendWith(OnPlatform.class)
final class StartScenario {
    private final Platform platform;

    StartScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_schema_that_is_too_old_is_refused_with_the_script_to_run() throws SQLException {
        try (Connection connection = platform.database();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE old_channel_admin");
        }
        Map<String, String> old = Map.of(
                "JL_DB_URL", platform.databaseUrl() + "/old_channel_admin",
                "JL_DB_USERNAME", platform.stack().property("mysql.root.user"),
                "JL_DB_PASSWORD", platform.stack().property("mysql.root.password"));
        try (ProviderProcess provider = platform.start(Provider.CHANNEL_ADMIN, "too-old", old)) {
            provider.awaitEnd();
            assertThat(provider.console()).contains("V001").contains("scripts/sql apply");
        }
    }

    @Test
    void a_provider_that_is_started_first_waits_for_its_servers_and_says_for_which() {
        platform.stack().kill(Component.ZOOKEEPER);
        platform.stack().kill(Component.MARIADB);
        ProviderProcess provider = platform.start(Provider.CHANNEL_ADMIN, "early", Map.of());
        try (provider) {
            Await.until("the database is named", Platform.ASYNC, () -> provider.console()
                    .contains(platform.stack().property("mysql.port")));
            assertThat(provider.isAlive()).isTrue();
            assertThat(provider.isReady()).isFalse();
            platform.stack().start(Component.MARIADB);
            Await.until("the registry is named", Platform.ASYNC, () -> provider.console()
                    .contains(platform.stack().property("zookeeper.address")));
            platform.stack().start(Component.ZOOKEEPER);
            provider.awaitReady();
        } finally {
            platform.stack().start(Component.MARIADB);
            platform.stack().start(Component.ZOOKEEPER);
        }
        platform.awaitAllReady();
    }

    @Test
    void a_provider_runs_from_its_package(@TempDir Path directory) throws IOException, InterruptedException {
        Path archive = archive("channel-admin-provider");
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", directory.toString())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        Path home;
        try (Stream<Path> entries = Files.list(directory)) {
            home = entries.findFirst().orElseThrow();
        }
        Map<String, String> environment = new HashMap<>(platform.environment(Provider.CHANNEL_ADMIN));
        int opsPort = FreePort.next();
        environment.put("JL_OPS_PORT", Integer.toString(opsPort));
        environment.put("JL_CONSOLE_PORT", "0");
        environment.put("JL_DUBBO_PORT", Integer.toString(FreePort.next()));
        try {
            assertThat(run(home, environment, "bin/start").exitCode()).isZero();
            Await.until(
                    "the packaged provider is ready",
                    Duration.ofSeconds(90),
                    () -> ProviderProcess.status(opsPort, "/ready") == 200);
            try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), opsPort)) {
                slow.getOutputStream().write("GET /live HTTP/1.1\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
                goesOfflineAndOnline(home, environment);
                assertThat(hungUp(slow))
                        .as("who does not send a request to its end is cut off")
                        .isTrue();
            }
        } finally {
            assertThat(run(home, environment, "bin/stop").exitCode()).isZero();
        }
        assertThat(ProviderProcess.status(opsPort, "/live")).isZero();
        assertThat(run(home, environment, "bin/release", "status").exitCode())
                .as("nothing runs")
                .isEqualTo(3);
    }

    private static void goesOfflineAndOnline(Path home, Map<String, String> environment)
            throws IOException, InterruptedException {
        Ran offline = run(home, environment, "bin/release", "offline", "--quiet-for", "1s", "--by", "the test");
        assertThat(offline.exitCode()).as("%s", offline.answer()).isZero();
        assertThat(offline.answer().path("state").asText()).isEqualTo("DRAINED");
        JsonNode status = run(home, environment, "bin/release", "status").answer();
        assertThat(status.path("nodes"))
                .isNotEmpty()
                .allMatch(node -> node.path("present").asText().equals("false"));
        Ran online = run(home, environment, "bin/release", "online");
        assertThat(online.exitCode()).as("%s", online.answer()).isZero();
        assertThat(online.answer().path("changed").asInt())
                .isPositive()
                .isEqualTo(offline.answer().path("changed").asInt());
        assertThat(Files.readString(home.resolve("run/agent/audit.jsonl"))).contains("the test");
    }

    private static boolean hungUp(Socket slow) throws IOException {
        slow.setSoTimeout(30_000);
        try {
            return slow.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true; // reset
        }
    }

    /** What a script of the package said: its exit code and its line. */
    private record Ran(int exitCode, JsonNode answer) {}

    private static Ran run(Path home, Map<String, String> environment, String script, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve(script).toString()));
        command.addAll(List.of(options));
        Path answer = home.resolve("test-answer.json");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        home.resolve("test-console.log").toFile()))
                .redirectOutput(answer.toFile());
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Ran(exitCode, new ObjectMapper().readTree(Files.readString(answer)));
    }

    private static Path archive(String module) throws IOException {
        try (Stream<Path> files =
                Files.list(ProviderProcess.ROOT.resolve(module).resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no package of " + module + ": run mvn package first"));
        }
    }
}
