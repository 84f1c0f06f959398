package io.jointlending.devstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.curator.framework.CuratorFramework;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.zookeeper.CreateMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All servers for real, each through its own client. */
class DevStackIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path DIRECTORY = Path.of("target", "it", "stack");

    private static DevStackProcess stack = DevStackProcess.attach(Path.of("unset"));

    @BeforeAll
    static void start() {
        System.setProperty("devstack.broker.delay-levels", "1s 1s 1s 1s 1s");
        System.setProperty("rocketmq.client.rebalance.waitInterval", "1000");
        stack = DevStackProcess.start(DIRECTORY, options().asFresh());
    }

    @AfterAll
    static void stop() {
        stack.close();
        assertThat(stack.propertiesFile()).doesNotExist();
    }

    @Test
    void every_server_works_and_keeps_its_data_over_a_restart() throws Exception {
        Map<String, String> before = stack.properties();
        Clients.sql(
                stack,
                "create database kept",
                "create table kept.t (v varchar(20))",
                "insert into kept.t values ('row')");
        assertThat(Clients.redis(stack, "SET kept value")).isEqualTo("+OK");
        try (CuratorFramework zooKeeper = Clients.curator(stack)) {
            zooKeeper.create().forPath("/kept", "node".getBytes(UTF_8));
        }
        try (Messages messages = new Messages(stack)) {
            assertThat(messages.send("loan", "kept message").getSendStatus()).isEqualTo(SendStatus.SEND_OK);
            List<String> seen = messages.consume("loan", "before-restart", ConsumeConcurrentlyStatus.CONSUME_SUCCESS);
            Messages.awaitCount(seen, "kept message", 1, SOON);
        }

        stack.close();
        stack = DevStackProcess.start(DIRECTORY, options());

        assertThat(addresses(stack.properties())).isEqualTo(addresses(before));
        assertThat(Clients.sql(stack, "select v from kept.t")).isEqualTo("row");
        assertThat(Clients.redis(stack, "STRLEN kept")).isEqualTo(":5");
        try (CuratorFramework zooKeeper = Clients.curator(stack)) {
            assertThat(zooKeeper.getData().forPath("/kept")).isEqualTo("node".getBytes(UTF_8));
        }
        try (Messages messages = new Messages(stack)) {
            List<String> seen = messages.consume("loan", "after-restart", ConsumeConcurrentlyStatus.CONSUME_SUCCESS);
            Messages.awaitCount(seen, "kept message", 1, SOON);
        }
    }

    @Test
    void the_database_is_as_strict_and_durable_as_a_real_one() throws Exception {
        assertThat(Clients.sql(stack, "select @@innodb_flush_log_at_trx_commit"))
                .isEqualTo("1");
        assertThat(Clients.sql(stack, "select @@transaction_isolation")).isEqualTo("READ-COMMITTED");
        assertThat(Clients.sql(stack, "select @@sql_mode")).contains("ONLY_FULL_GROUP_BY", "STRICT_TRANS_TABLES");
        assertThat(Clients.sql(
                        stack, "select count(*) from mysql.user where authentication_string = '' and user = 'root'"))
                .isEqualTo("0");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stack.propertiesFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_topic_that_nobody_created_is_refused_and_dead_letters_work() throws Exception {
        try (Messages messages = new Messages(stack)) {
            assertThatExceptionOfType(MQClientException.class).isThrownBy(() -> messages.send("unknown-topic", "x"));

            messages.send("repayment", "poison");
            List<String> tried =
                    messages.consume("repayment", "it-poisoned", ConsumeConcurrentlyStatus.RECONSUME_LATER);
            Messages.awaitCount(tried, "poison", 2, SOON);
            // The dead letter topic exists once the last attempt has failed.
            List<String> dead =
                    messages.consume("%DLQ%it-poisoned", "it-undertaker", ConsumeConcurrentlyStatus.CONSUME_SUCCESS);
            Messages.awaitCount(dead, "poison", 1, SOON);
        }
    }

    @Test
    void a_second_start_on_the_directory_is_refused_with_the_pid_of_the_first() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> DevStackProcess.start(DIRECTORY, options()))
                .withMessageContaining("pid " + stack.supervisorPid())
                .satisfies(failure -> assertThat(failure.isRefusal()).isTrue());
        assertThat(stack.status()).contains("\"state\":\"running\",\"dir\"");
    }

    @Test
    void a_killed_database_stays_dead_until_it_is_started_and_keeps_what_it_had() throws Exception {
        Clients.sql(
                stack, "create database killed", "create table killed.t (v int)", "insert into killed.t values (7)");
        stack.kill(Component.MARIADB);

        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Clients.sql(stack, "select 1"));
        assertThat(stack.status()).contains("\"state\":\"degraded\"", "\"mariadb\":{\"state\":\"killed\"");

        stack.start(Component.MARIADB);
        assertThat(Clients.sql(stack, "select v from killed.t")).isEqualTo("7");
    }

    @Test
    void a_killed_broker_has_lost_nothing_that_it_acknowledged() throws Exception {
        try (Messages messages = new Messages(stack)) {
            messages.send("fund-router", "acknowledged");
            stack.kill(Component.BROKER);
            stack.start(Component.BROKER);
            List<String> seen =
                    messages.consume("fund-router", "after-kill", ConsumeConcurrentlyStatus.CONSUME_SUCCESS);
            Messages.awaitCount(seen, "acknowledged", 1, SOON);
        }
    }

    @Test
    void a_frozen_server_is_silent_until_it_is_resumed() throws Exception {
        stack.freeze(Component.REDIS);

        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> Clients.redis(stack, "PING"));
        assertThatThrownBy(() -> stack.start(Component.REDIS)).hasMessageContaining("frozen");

        stack.resume(Component.REDIS);
        assertThat(Clients.redis(stack, "PING")).isEqualTo("+PONG");
    }

    @Test
    void an_expired_session_loses_its_ephemeral_node() throws Exception {
        try (CuratorFramework victim = Clients.curator(stack);
                CuratorFramework observer = Clients.curator(stack)) {
            victim.create().withMode(CreateMode.EPHEMERAL).forPath("/mortal");
            observer.getData().forPath("/mortal");
            long session = victim.getZookeeperClient().getZooKeeper().getSessionId();

            stack.expireSession(session);

            Clients.await("/mortal is gone", SOON, () -> observer.checkExists().forPath("/mortal") == null);
            Clients.await(
                    "a new session",
                    SOON,
                    () -> victim.getZookeeperClient().getZooKeeper().getSessionId() != session);
            assertThat(stack.expireSessions()).isGreaterThanOrEqualTo(2);
        }
        assertThatThrownBy(() -> stack.expireSession(1)).hasMessageContaining("no session");
    }

    @Test
    void a_server_that_dies_by_itself_is_reported_and_not_restarted() throws Exception {
        long pid = Long.parseLong(stack.property("zookeeper.pid"));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        Clients.await("zookeeper is reported", SOON, () -> stack.status()
                .contains("\"zookeeper\":{\"state\":\"died\",\"pid\":" + pid));
        assertThat(DIRECTORY.resolve("logs/stack.log"))
                .content()
                .contains("zookeeper (pid " + pid + ") died by itself with exit code 137");

        stack.start(Component.ZOOKEEPER);
    }

    @Test
    void what_a_killed_supervisor_left_is_ended_by_the_next_start() throws Exception {
        Path directory = Path.of("target", "it", "orphans");
        var few = DevStackProcess.Options.of(Component.REDIS, Component.MARIADB);
        DevStackProcess first = DevStackProcess.start(directory, few.asFresh());
        assertThat(Clients.redis(first, "SET kept value")).isEqualTo("+OK");
        ProcessHandle redis = child(first, "redis.pid");
        ProcessHandle mariaDb = child(first, "mariadb.pid");
        ProcessHandle supervisor = child(first, "supervisor.pid");
        supervisor.destroyForcibly();
        Clients.await("the supervisor is dead", SOON, () -> !supervisor.isAlive());
        assertThat(List.of(redis.isAlive(), mariaDb.isAlive())).containsExactly(true, true);

        try (DevStackProcess second = DevStackProcess.start(directory, few)) {
            assertThat(List.of(redis.isAlive(), mariaDb.isAlive())).containsExactly(false, false);
            assertThat(Clients.redis(second, "STRLEN kept")).isEqualTo(":5");
            assertThat(second.properties()).doesNotContainKeys("zookeeper.address", "broker.address");

            second.start(Component.ZOOKEEPER);
            assertThat(second.property("zookeeper.address")).startsWith("127.0.0.1:");
        }
    }

    private static DevStackProcess.Options options() {
        return DevStackProcess.Options.of();
    }

    private static ProcessHandle child(DevStackProcess of, String key) throws IOException {
        return ProcessHandle.of(Long.parseLong(of.property(key)))
                .orElseThrow(() -> new IOException("no process for " + key));
    }

    private static List<String> addresses(Map<String, String> properties) {
        return List.of(
                properties.getOrDefault("zookeeper.address", ""),
                properties.getOrDefault("mysql.port", ""),
                properties.getOrDefault("redis.address", ""),
                properties.getOrDefault("rocketmq.namesrv", ""),
                properties.getOrDefault("broker.address", ""),
                properties.getOrDefault("mysql.root.password", ""));
    }
}
