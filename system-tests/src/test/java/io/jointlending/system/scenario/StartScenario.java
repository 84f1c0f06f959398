package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.devstack.Component;
import io.jointlending.system.client.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
        int opsPort = ProviderProcess.freePort();
        environment.put("JL_OPS_PORT", Integer.toString(opsPort));
        environment.put("JL_CONSOLE_PORT", "0");
        environment.put("JL_DUBBO_PORT", Integer.toString(ProviderProcess.freePort()));
        environment.put("JL_DUBBO_QOS_PORT", Integer.toString(ProviderProcess.freePort()));
        try {
            assertThat(run(home, environment, "bin/start")).isZero();
            Await.until(
                    "the packaged provider is ready",
                    Duration.ofSeconds(90),
                    () -> ProviderProcess.status(opsPort, "/ready") == 200);
        } finally {
            assertThat(run(home, environment, "bin/stop")).isZero();
        }
        assertThat(ProviderProcess.status(opsPort, "/live")).isZero();
    }

    private static int run(Path home, Map<String, String> environment, String script)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(home.resolve(script).toString()))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("test-console.log").toFile());
        builder.environment().putAll(environment);
        return builder.start().waitFor();
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
