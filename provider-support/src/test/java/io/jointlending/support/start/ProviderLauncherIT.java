package io.jointlending.support.start;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.ops.BusinessDateRequest;
import io.jointlending.api.ops.DevelopmentService;
import io.jointlending.api.ops.OpsService;
import io.jointlending.api.ops.StatusRequest;
import io.jointlending.api.ops.StatusView;
import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.support.Eventually;
import io.jointlending.support.schema.SchemaScripts;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;
import org.apache.dubbo.rpc.model.FrameworkModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider as a process of its own, on a stack whose servers come late, go away and come back. */
class ProviderLauncherIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String DATABASE = "sample";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int opsPort = freePort();

    @TempDir
    private Path home = Path.of("");

    @Test
    void a_provider_waits_for_what_it_needs_starts_without_what_it_can_miss_and_recovers() throws Exception {
        Path directory = Path.of("target", "launcher-stack").toAbsolutePath();
        try (DevStackProcess stack = DevStackProcess.start(
                directory, DevStackProcess.Options.of().asFast().asFresh())) {
            String schemaVersion = makeSchema(stack);
            Map<String, String> environment = environment(stack);
            for (Component component : List.of(
                    Component.MARIADB, Component.ZOOKEEPER, Component.REDIS, Component.BROKER, Component.NAMESRV)) {
                stack.kill(component);
            }
            Process provider = start(environment);
            try {
                Eventually.within(
                        LIMIT, "database missed", () -> log().contains("waiting for the database at 127.0.0.1:"));
                stack.start(Component.MARIADB);
                Eventually.within(
                        LIMIT, "registry missed", () -> log().contains("waiting for the registry at 127.0.0.1:"));
                stack.start(Component.ZOOKEEPER);
                Eventually.within(LIMIT, "ready without Redis and RocketMQ", () -> ready() == 200);
                Eventually.within(LIMIT, "Redis missed", () -> log().contains("Redis does not answer"));
                Eventually.within(LIMIT, "RocketMQ missed", () -> log().contains("waiting for the name server"));

                stack.start(Component.REDIS);
                stack.start(Component.NAMESRV);
                stack.start(Component.BROKER);
                Eventually.within(LIMIT, "messages flow", () -> log().contains("consumed SampleTold"));
                Eventually.within(LIMIT, "Redis found", () -> log().contains("Redis is there"));

                stack.kill(Component.MARIADB);
                Eventually.within(LIMIT, "not ready", () -> ready() == 503);
                assertThat(get("/live").statusCode()).isEqualTo(200);
                stack.start(Component.MARIADB);
                Eventually.within(LIMIT, "ready again", () -> ready() == 200);

                callOverTheRegistry(environment, schemaVersion);
                assertThat(get("/metrics").body())
                        .contains("jl_outbox_pending{", "jl_messages_sent_total{", "jl_messages_consumed_total{")
                        .contains("jl_rpc_seconds_count{", "jl_registered{", "jvm_memory_used_bytes{");

                provider.destroy();
                assertThat(provider.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(log()).contains("background work has ended");
                assertThat(log().lines()
                                .filter(line -> line.contains(" ERROR "))
                                // a statement under way when the database was killed: the pool's own word for it
                                .filter(line -> !line.contains("CommunicationsException, druid version")))
                        .isEmpty();
                assertThat(occurrences("Redis does not answer")).isOne();
                assertThat(occurrences("waiting for the name server")).isOne();
            } finally {
                provider.destroyForcibly();
                Files.copy(home.resolve("out.log"), Path.of("target", "launcher.log"), REPLACE_EXISTING);
            }
        }
    }

    private static void callOverTheRegistry(Map<String, String> environment, @Nullable String schemaVersion) {
        FrameworkModel framework = new FrameworkModel();
        try {
            ReferenceConfig<OpsService> ops = reference(OpsService.class);
            ReferenceConfig<DevelopmentService> development = reference(DevelopmentService.class);
            ApplicationConfig application = new ApplicationConfig("operator");
            application.setQosEnable(false);
            DubboBootstrap.getInstance(framework.newApplication())
                    .application(application)
                    .registry(new RegistryConfig(environment.get("JL_REGISTRY_ADDRESS")))
                    .reference(ops)
                    .reference(development)
                    .start();

            LocalDate day = LocalDate.of(2027, 1, 31);
            // The pool may still hold connections of before; the first user of one is told B0310 and may ask again.
            Eventually.within(LIMIT, "the calendar moved", () -> development
                    .get()
                    .setBusinessDate(new BusinessDateRequest(day))
                    .success());
            List<StatusView> told = new ArrayList<>();
            Eventually.within(LIMIT, "the status told", () -> {
                Optional.ofNullable(ops.get().status(new StatusRequest()).data())
                        .ifPresent(told::add);
                return !told.isEmpty();
            });
            StatusView status = told.get(0);
            assertThat(status.application()).isEqualTo("sample-provider");
            assertThat(status.schemaVersion()).isEqualTo(schemaVersion);
            assertThat(status.businessDate()).isEqualTo(day);
        } finally {
            framework.destroy();
        }
    }

    private static <S> ReferenceConfig<S> reference(Class<S> contract) {
        ReferenceConfig<S> reference = new ReferenceConfig<>();
        reference.setInterface(contract);
        reference.setGroup("sample-provider");
        return reference;
    }

    private Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Ddubbo.json-framework.prefer=fastjson2",
                "-cp",
                System.getProperty("java.class.path"),
                "io.jointlending.support.start.SampleProvider");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(home.resolve("out.log").toFile());
        return builder.start();
    }

    private Map<String, String> environment(DevStackProcess stack) {
        Map<String, String> environment = new HashMap<>();
        environment.put("JL_APPLICATION", "sample-provider");
        environment.put("JL_DB_URL", url(stack) + DATABASE);
        environment.put("JL_DB_USERNAME", stack.property("mysql.root.user"));
        environment.put("JL_DB_PASSWORD", stack.property("mysql.root.password"));
        environment.put("JL_REGISTRY_ADDRESS", "zookeeper://" + stack.property("zookeeper.address"));
        environment.put("JL_REDIS_ADDRESS", stack.property("redis.address"));
        environment.put("JL_MQ_NAME_SERVER", stack.property("rocketmq.namesrv"));
        environment.put("JL_DUBBO_PORT", String.valueOf(freePort()));
        environment.put("JL_OPS_PORT", String.valueOf(opsPort));
        environment.put("JL_DEVELOPMENT", "true");
        environment.put("JL_HOME", home.toString());
        environment.put("SPRING_CONFIG_IMPORT", "classpath:provider-defaults.yml");
        // what Boot would take if logback-test.xml were not on this class path
        environment.put("LOGGING_CONFIG", "classpath:logback-as-shipped.xml");
        return environment;
    }

    private static @Nullable String makeSchema(DevStackProcess stack) throws Exception {
        Path scripts = Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "loan");
        try (Connection connection = DriverManager.getConnection(
                        url(stack), stack.property("mysql.root.user"), stack.property("mysql.root.password"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + DATABASE);
            connection.setCatalog(DATABASE);
            return SchemaScripts.apply(connection, scripts).version();
        }
    }

    private static String url(DevStackProcess stack) {
        return "jdbc:mysql://" + stack.property("mysql.host") + ":" + stack.property("mysql.port") + "/";
    }

    private int ready() {
        try {
            return get("/ready").statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private HttpResponse<String> get(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + opsPort + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String log() {
        try {
            Path file = home.resolve("out.log");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private long occurrences(String text) {
        return log().lines().filter(line -> line.contains(text)).count();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
