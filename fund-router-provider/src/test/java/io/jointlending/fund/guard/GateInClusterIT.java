package io.jointlending.fund.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.support.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** A Redis in cluster mode, which refuses a script whose keys are of two slots. */
class GateInClusterIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SLOTS = 16_384;
    private static final int BATCH = 4_096;

    @Test
    void both_keys_of_a_gate_are_in_one_slot(@TempDir Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Process server = start(folder, port);
        try {
            Eventually.within(LIMIT, "it answers", () -> tell(port, "PING").startsWith("+PONG"));
            for (int first = 0; first < SLOTS; first += BATCH) {
                String slots = IntStream.range(first, first + BATCH)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" "));
                assertThat(tell(port, "CLUSTER ADDSLOTS " + slots)).startsWith("+OK");
            }
            Eventually.within(LIMIT, "all slots are served", () -> tell(port, "CLUSTER INFO")
                    .contains("cluster_state:ok"));
            assertThat(tell(port, "MGET one two")).as("it is a cluster").contains("CROSSSLOT");
            Config config = new Config();
            config.useClusterServers()
                    .addNodeAddress("redis://127.0.0.1:" + port)
                    .setMasterConnectionMinimumIdleSize(1);
            RedissonClient redis = Redisson.create(config);
            try {
                ChannelDefinition channel =
                        new TestChannel().gate(1, 10_000, 10_000).made();
                CallGate gate = new CallGate(redis, () -> 1, Duration.ofSeconds(30), Duration.ofSeconds(20));
                CallGate other = new CallGate(redis, () -> 1, Duration.ofSeconds(30), Duration.ofSeconds(20));
                assertThat(gate.enter(channel, "one").reason()).isNull();
                assertThat(other.enter(channel, "two").reason()).isEqualTo(RefusalReason.GATE_FULL);
                assertThat(gate.local() || other.local()).isFalse();
            } finally {
                redis.shutdown();
            }
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    /** The same program that the stack runs. */
    private static Process start(Path folder, int port) throws IOException {
        String pid = DevStackProcess.shared(Component.REDIS).property("redis.pid");
        String program = Path.of("/proc", pid, "exe").toRealPath().toString();
        return new ProcessBuilder(
                        program,
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--cluster-enabled",
                        "yes",
                        "--cluster-announce-ip",
                        "127.0.0.1",
                        "--save",
                        "")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile())
                .start();
    }

    private static String tell(int port, String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[4_096];
            int length = socket.getInputStream().read(answer);
            return length < 0 ? "" : new String(answer, 0, length, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (socket.getLocalPort() < 50_000) { // its bus listens 10000 above
                    return socket.getLocalPort();
                }
            }
        }
        throw new IOException("no free port below 50000");
    }
}
