package io.jointlending.system.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.devstack.Component;
import io.jointlending.system.client.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a release system may rely on, with real processes; the matrix of modes and protocols is {@link OfflineDrillIT}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfflineIT {
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
        int port = Lab.freePort();
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
        try (LabProcess a = lab.provider("A", Lab.freePort(), Map.of());
                LabProcess b = lab.provider("B", Lab.freePort(), Map.of())) {
            CompletableFuture<AgentCall> one = CompletableFuture.supplyAsync(() -> lab.agent("offline", a, QUICK));
            CompletableFuture<AgentCall> other = CompletableFuture.supplyAsync(() -> lab.agent("offline", b, QUICK));
            assertThat(List.of(one.join().exitCode(), other.join().exitCode()))
                    .contains(5)
                    .isSubsetOf(0, 5);
        }
    }

    @Test
    void it_stays_offline_whatever_others_do() {
        int port = Lab.freePort();
        int qos = Lab.freePort();
        try (LabProcess b = lab.provider("B", Lab.freePort(), Map.of())) {
            assertThat(b.isAlive()).isTrue();
            Load load = lab.load("B");
            LabProcess a = lab.provider(
                    "A", port, Map.of("lab.delay", "20000", "lab.hidden", "true", "lab.qos", Integer.toString(qos)));
            Set<String> sessions = lab.registry.sessionsOf(lab.registry.of(port));
            AgentCall offline = lab.agent("offline", a, QUICK);
            long returned = System.currentTimeMillis();
            assertThat(offline.exitCode()).as("%s", offline.answer()).isZero();
            assertThat(lab.registry.of(port)).isEmpty();
            get(qos, "/online");
            lab.expire(List.copyOf(sessions));
            Await.until(
                    "the late service was swept",
                    Lab.LIMIT,
                    () -> lab.agent("status", a).answer().toString().contains("late/"));
            Await.until(
                    "nothing is left", Lab.LIMIT, () -> lab.registry.of(port).isEmpty());
            AgentCall status = lab.agent("status", a);
            assertThat(status.state()).isEqualTo("DRAINED");
            assertThat(status.answer().at("/sweeps/count").asInt()).isPositive();
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

    @Test
    void without_zookeeper_the_wish_is_kept_and_fulfilled_later() {
        int port = Lab.freePort();
        try (LabProcess a = lab.provider("A", port, Map.of());
                LabProcess b = lab.provider("B", Lab.freePort(), Map.of())) {
            assertThat(b.isAlive()).isTrue();
            lab.stack().kill(Component.ZOOKEEPER);
            AgentCall offline = lab.agent("offline", a, "--quiet-for", "100ms", "--timeout", "8s");
            assertThat(offline.exitCode()).as("%s", offline.answer()).isEqualTo(6);
            assertThat(offline.answer().path("errors").toString()).contains("not connected");
            lab.stack().start(Component.ZOOKEEPER);
            AgentCall wait = lab.agent("wait", a, "--quiet-for", "100ms", "--timeout", "90s");
            assertThat(wait.exitCode()).as("%s", wait.answer()).isZero();
            assertThat(lab.registry.of(port)).isEmpty();
            assertThat(lab.agent("online", a, "--timeout", "90s").exitCode()).isZero();
            assertThat(lab.registry.of(port)).hasSize(3);
        }
    }

    @Tag("drill")
    @Test
    void long_calls_are_waited_for_and_the_opposite_command_has_to_wait_too() {
        try (LabProcess a = lab.provider("A", Lab.freePort(), Map.of());
                LabProcess b = lab.provider("B", Lab.freePort(), Map.of())) {
            assertThat(b.isAlive()).isTrue();
            Load load = lab.load(
                    Map.of("lab.long.callers", "4", "lab.long.millis", "8000"),
                    List.of("-cp", System.getProperty("java.class.path"), LabConsumer.class.getName()),
                    "A",
                    "B");
            AgentCall impatient = lab.agent("offline", a, "--quiet-for", "200ms", "--timeout", "1s");
            assertThat(impatient.exitCode()).as("%s", impatient.answer()).isEqualTo(7);
            CompletableFuture<AgentCall> waiting =
                    CompletableFuture.supplyAsync(() -> lab.agent("wait", a, "--quiet-for", "4s"));
            Await.until(
                    "it waits", Lab.LIMIT, () -> lab.agent("status", a).answer().has("running"));
            assertThat(lab.agent("online", a).exitCode()).isEqualTo(9);
            assertThat(waiting.join().exitCode()).isZero();
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

    @Test
    void as_javaagent_it_starts_offline_and_obeys_only_its_token() throws Exception {
        int port = Lab.freePort();
        Path directory = lab.home().resolve("door");
        try (LabProcess a = lab.provider(
                "A", port, Map.of(), "-javaagent:" + Lab.agent() + "=start=offline,http=0,dir=" + directory)) {
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
                        Lab.freePort(),
                        Map.of(),
                        "-javaagent:" + Lab.agent() + "=term-quiet=1s,dir=" + lab.home());
                LabProcess b = lab.provider("B", Lab.freePort(), Map.of())) {
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
        } catch (java.io.IOException | InterruptedException e) {
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
