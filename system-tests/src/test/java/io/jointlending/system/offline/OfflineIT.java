package io.jointlending.system.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointlending.devstack.Component;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a release system may rely on, with real processes; the matrix of modes and protocols is {@link OfflineDrillIT}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfflineIT {
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private static final String[] QUICK = {"--quiet-for", "1s", "--timeout", "60s"};

    private Lab lab;

    @BeforeAll
    void open() {
        lab = Lab.open("offline");
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void the_last_provider_stays_unless_forced() {
        int port = FreePort.next();
        try (LabProcess a = lab.provider("A", port, Map.of())) {
            AgentCall refused = lab.agent("offline", a, QUICK);
            assertThat(refused.exitCode()).as("%s", refused.answer()).isEqualTo(5);
            assertThat(refused.answer().at("/guard/short/0/service").asText()).contains("WorkService:1.0.0");
            assertThat(lab.registry.of(port)).hasSize(3);
            AgentCall forced = lab.agent("offline", a, "--force", "--quiet-for", "100ms");
            assertThat(forced.exitCode()).as("%s", forced.answer()).isZero();
            assertThat(lab.registry.of(port)).isEmpty();
            AgentCall again = lab.agent("offline", a, "--quiet-for", "100ms");
            assertThat(again.exitCode()).isZero();
            assertThat(again.answer().path("changed").asInt()).isZero();
            assertThat(lab.agent("online", a).exitCode()).isZero();
            assertThat(lab.registry.of(port)).hasSize(3);
        }
    }

    @Test
    void two_that_leave_at_once_do_not_count_on_each_other() {
        try (LabProcess a = lab.provider("A", FreePort.next(), Map.of());
                LabProcess b = lab.provider("B", FreePort.next(), Map.of())) {
            CompletableFuture<AgentCall> one = CompletableFuture.supplyAsync(() -> lab.agent("offline", a, QUICK));
            CompletableFuture<AgentCall> other = CompletableFuture.supplyAsync(() -> lab.agent("offline", b, QUICK));
            assertThat(List.of(one.join().exitCode(), other.join().exitCode()))
                    .contains(5)
                    .isSubsetOf(0, 5);
        }
    }

    /** Callers that have not heard of it yet would have nobody: Dubbo holds back the news by up to 5 s. */
    @Test
    void a_provider_that_has_just_come_is_waited_for() {
        int port = FreePort.next();
        try (LabProcess a = lab.provider("A", port, Map.of());
                LabProcess b = lab.provider("B", FreePort.next(), Map.of())) {
            assertThat(b.isAlive()).isTrue();
            AgentCall tooEarly = lab.agent("offline", a, "--settle", "10m", "--timeout", "1s");
            assertThat(tooEarly.exitCode()).as("%s", tooEarly.answer()).isEqualTo(5);
            assertThat(tooEarly.answer().at("/guard/short/0/young")).hasSize(1);
            assertThat(tooEarly.answer().path("message").asText()).contains("too lately");
            assertThat(lab.registry.of(port)).hasSize(3);
            AgentCall dryRun = lab.agent("offline", a, "--settle", "10m", "--dry-run");
            assertThat(dryRun.exitCode()).as("%s", dryRun.answer()).isZero();
            lab.provider("C", FreePort.next(), Map.of());
            AgentCall waits = lab.agent("offline", b, "--settle", "20s", "--quiet-for", "100ms");
            assertThat(waits.exitCode()).as("%s", waits.answer()).isZero();
            AgentCall another = lab.agent("offline", a, "--settle", "20s", "--quiet-for", "100ms");
            assertThat(another.exitCode()).as("%s", another.answer()).isZero();
            assertThat(another.answer().at("/guard/waitedMillis").asLong()).isPositive();
        }
    }

    @Test
    void it_stays_offline_whatever_others_do() {
        int port = FreePort.next();
        int qos = FreePort.next();
        try (LabProcess b = lab.provider("B", FreePort.next(), Map.of())) {
            assertThat(b.isAlive()).isTrue();
            Load load = lab.load("B");
            LabProcess a = lab.provider(
                    "A", port, Map.of("lab.delay", "20000", "lab.hidden", "true", "lab.qos", Integer.toString(qos)));
            Set<String> nodes = lab.registry.of(port);
            Set<String> sessions = lab.registry.sessionsOf(nodes);
            AgentCall offline = lab.agent("offline", a, QUICK);
            long returned = System.currentTimeMillis();
            assertThat(offline.exitCode()).as("%s", offline.answer()).isZero();
            assertThat(lab.registry.of(port)).isEmpty();
            get(qos, "/online");
            awaitSweeps(a, 1);
            lab.registry.pushRule("lab-provider", Map.of(RegistryNodes.address(nodes, port), 31_000));
            awaitSweeps(a, 2);
            lab.expire(List.copyOf(sessions));
            Await.until(
                    "the late service was swept",
                    Lab.LIMIT,
                    () -> lab.agent("status", a).answer().toString().contains("late/"));
            Await.until(
                    "nothing is left", Lab.LIMIT, () -> lab.registry.of(port).isEmpty());
            AgentCall status = lab.agent("status", a);
            assertThat(status.state()).isEqualTo("DRAINED");
            AgentCall online = lab.agent("online", a);
            assertThat(online.exitCode()).as("%s", online.answer()).isZero();
            assertThat(lab.registry.of(port))
                    .as("three services by name and the instance; never the hidden one")
                    .hasSize(4)
                    .noneMatch(node -> node.contains("hidden"));
            Lab.awaitCalls(load, "A", returned);
            assertThat(load.failures()).isEmpty();
            a.close();
        }
    }

    private void awaitSweeps(LabProcess a, int count) {
        Await.until("swept " + count + " times", Lab.LIMIT, () -> {
            JsonNode sweeps = lab.agent("status", a).answer().path("sweeps");
            return sweeps.path("count").asInt() >= count;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void it_stays_offline_when_zookeeper_starts_anew(boolean keepsData) {
        int port = FreePort.next();
        int other = FreePort.next();
        try (LabProcess a = lab.provider("A", port, Map.of());
                LabProcess b = lab.provider("B", other, Map.of())) {
            assertThat(b.isAlive()).isTrue();
            assertThat(lab.agent("offline", a, "--settle", "0s", "--quiet-for", "100ms")
                            .exitCode())
                    .isZero();
            lab.restartZooKeeper(keepsData);
            try (RegistryNodes fresh = new RegistryNodes(lab.registryAddress())) {
                // without data Dubbo itself brings back only the instance: it takes the folders of services to be there
                // still
                Await.until("the other provider is back", Lab.LIMIT, () -> {
                    fresh.write(keepsData ? 1 : 100);
                    return fresh.of(other).size() >= (keepsData ? 3 : 1);
                });
                Await.until("the agent has its registries back", Lab.LIMIT, () -> !lab.agent("status", a)
                        .answer()
                        .path("registries")
                        .toString()
                        .contains("\"connected\":false"));
                assertThat(fresh.of(port)).isEmpty();
                assertThat(lab.agent("status", a).state()).isEqualTo("DRAINED");
                AgentCall online = lab.agent("online", a);
                assertThat(online.exitCode()).as("%s", online.answer()).isZero();
                assertThat(fresh.of(port)).hasSize(3);
            }
        }
    }

    @Test
    void without_zookeeper_the_wish_is_kept_and_fulfilled_later() {
        int port = FreePort.next();
        try (LabProcess a = lab.provider("A", port, Map.of());
                LabProcess b = lab.provider("B", FreePort.next(), Map.of())) {
            assertThat(b.isAlive()).isTrue();
            Load load = lab.load("A", "B");
            lab.stack().kill(Component.ZOOKEEPER);
            AgentCall offline = lab.agent("offline", a, "--quiet-for", "100ms", "--timeout", "8s");
            long returned = System.currentTimeMillis();
            assertThat(offline.exitCode()).as("%s", offline.answer()).isEqualTo(6);
            assertThat(offline.answer().path("errors").toString()).contains("not connected");
            Lab.awaitCalls(load, "B", returned + 1_000);
            assertThat(load.lastReceivedAt("A"))
                    .as("the read-only mark reaches callers without the registry")
                    .isLessThan(returned);
            assertThat(load.failures()).isEmpty();
            lab.stack().start(Component.ZOOKEEPER);
            AgentCall wait = lab.agent("wait", a, "--quiet-for", "100ms", "--timeout", "90s");
            assertThat(wait.exitCode()).as("%s", wait.answer()).isZero();
            assertThat(lab.registry.of(port)).isEmpty();
            assertThat(lab.agent("online", a, "--timeout", "90s").exitCode()).isZero();
            assertThat(lab.registry.of(port)).hasSize(3);
        }
    }

    @Test
    void long_calls_are_waited_for_and_the_opposite_command_has_to_wait_too() {
        try (LabProcess a = lab.provider("A", FreePort.next(), Map.of());
                LabProcess b = lab.provider("B", FreePort.next(), Map.of())) {
            assertThat(b.isAlive()).isTrue();
            Load load = lab.load("A", "B");
            lab.longCallsTo(a, 60_000);
            AgentCall impatient = lab.agent("offline", a, "--settle", "0", "--quiet-for", "200ms", "--timeout", "10s");
            assertThat(impatient.exitCode()).as("%s", impatient.answer()).isEqualTo(7);
            assertThat(impatient.answer().at("/traffic/inFlight").asInt()).isPositive();
            CompletableFuture<AgentCall> waiting =
                    CompletableFuture.supplyAsync(() -> lab.agent("wait", a, "--quiet-for", "200ms"));
            Await.until(
                    "it waits", Lab.LIMIT, () -> lab.agent("status", a).answer().has("running"));
            assertThat(lab.agent("online", a).exitCode()).isEqualTo(9);
            a.say("enough");
            b.say("enough");
            AgentCall waited = waiting.join();
            assertThat(waited.exitCode()).as("%s", waited.answer()).isZero();
            assertThat(a.longCalls()).isZero();
            assertThat(lab.agent("online", a).exitCode()).isZero();
            assertThat(load.failures()).isEmpty();
        }
    }

    @Test
    void a_jvm_that_cannot_be_helped_is_told_apart() {
        try (LabProcess plain = lab.process(
                "plain",
                1,
                Map.of(),
                List.of("-cp", System.getProperty("java.class.path"), "io.jointlending.system.offline.PlainMain"))) {
            plain.awaitReady(Lab.LIMIT);
            assertThat(lab.agent("offline", plain).exitCode()).isEqualTo(8);
        }
        try (LabProcess closed = lab.process(
                "closed",
                1,
                Map.of(),
                List.of(
                        "-XX:+DisableAttachMechanism",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.jointlending.system.offline.PlainMain"))) {
            closed.awaitReady(Lab.LIMIT);
            assertThat(lab.agent("offline", closed).exitCode()).isEqualTo(3);
        }
    }

    /** Only root can act as somebody else to try it. */
    @Test
    @EnabledIf("canActAsNobody")
    void the_jvm_of_another_user_is_not_touched() throws IOException {
        Path directory = Files.createTempDirectory("agent");
        Path jar = directory.resolve("graceful-shutdown-agent.jar");
        int port = FreePort.next();
        try (LabProcess a = lab.provider("A", port, Map.of())) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.copy(AgentCall.builtJar(), jar);
            Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
            AgentCall offline = AgentCall.runBy(AS_NOBODY, jar, "offline", a.pid());
            assertThat(offline.exitCode()).as("%s", offline.answer()).isEqualTo(11);
            assertThat(offline.answer().path("error").asText()).isEqualTo("FOREIGN");
            assertThat(offline.answer().path("message").asText()).contains("it belongs to", "run this as that user");
            assertThat(lab.registry.of(port)).hasSize(3);
            assertThat(a.isAlive()).isTrue();
        } finally {
            Files.deleteIfExists(jar);
            Files.delete(directory);
        }
    }

    static boolean canActAsNobody() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(AS_NOBODY);
        words.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version"));
        try {
            return new ProcessBuilder(words).start().waitFor() == 0;
        } catch (IOException e) { // the program is not there
            return false;
        }
    }

    @Test
    void as_javaagent_it_starts_offline_and_obeys_only_its_token() throws Exception {
        int port = FreePort.next();
        Path directory = lab.home().resolve("door");
        try (LabProcess a = lab.provider(
                "A", port, Map.of(), "-javaagent:" + AgentCall.builtJar() + "=start=offline,http=0,dir=" + directory)) {
            Await.until("nothing is registered", Lab.LIMIT, () -> lab.registry
                    .of(port)
                    .isEmpty());
            int door =
                    Integer.parseInt(Files.readString(directory.resolve("port")).strip());
            String token = Files.readString(directory.resolve("token")).strip();
            assertThat(post(door, "/online", "wrong").statusCode()).isEqualTo(401);
            assertThat(lab.registry.of(port)).isEmpty();
            HttpResponse<String> online = post(door, "/online?timeout=30s&by=test", token);
            assertThat(online.statusCode()).as(online.body()).isEqualTo(200);
            assertThat(lab.registry.of(port)).hasSize(3);
            assertThat(Files.readString(directory.resolve("audit.jsonl")))
                    .contains("\"command\":\"online\"", "http test");
            assertThat(post(door, "/offline", token).statusCode()).isEqualTo(409);
            assertThat(a.isAlive()).isTrue();
        }
    }

    @Test
    void sigterm_drains_first() {
        try (LabProcess a = lab.provider(
                        "A",
                        FreePort.next(),
                        Map.of(),
                        "-javaagent:" + AgentCall.builtJar() + "=term-quiet=1s,dir=" + lab.home());
                LabProcess b = lab.provider("B", FreePort.next(), Map.of())) {
            assertThat(b.isAlive()).isTrue();
            Load load = lab.load("A", "B");
            a.terminate();
            assertThat(a.isAlive()).isFalse();
            long gone = System.currentTimeMillis();
            Lab.awaitCalls(load, "B", gone);
            assertThat(load.failures()).isEmpty();
        }
    }

    private static void get(int port, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .body())
                    .contains("OK");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static HttpResponse<String> post(int port, String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
