package io.jointlending.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ports of one stack. The broker also takes two neighbours: {@code broker - 2} for its fast channel and
 * {@code broker + 1} for replication.
 */
record Ports(int zookeeper, int mariadb, int redis, int namesrv, int control, int broker) {

    /**
     * Free ports are looked for here: below the range from which the kernel gives ports to outgoing connections.
     * Otherwise a client that reconnects to a stopped server may be given that very port, and talk to itself.
     */
    private static final int LOWEST = 24_000;

    private static final int HIGHEST = 32_000;
    private static final int SPAN = 12;
    private static final int ATTEMPTS = 200;

    /** base+1 ZooKeeper, +2 MariaDB, +3 Redis, +4 name server, +5 control, +10 broker (and +8, +11). */
    static Ports fixed(int base) {
        Ports ports = at(base);
        List<Integer> busy = ports.busy();
        if (!busy.isEmpty()) {
            throw StackFailure.failed("ports in use: " + busy + "; choose another --port-base");
        }
        return ports;
    }

    /** The ports of the earlier run if all are still free, otherwise a free group. */
    static Ports free(@Nullable Ports earlier) {
        if (earlier != null && earlier.busy().isEmpty()) {
            return earlier;
        }
        RandomGenerator random = new SecureRandom();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Ports ports = at(random.nextInt(LOWEST, HIGHEST - SPAN));
            if (ports.busy().isEmpty()) {
                return ports;
            }
        }
        throw StackFailure.failed(
                "no " + SPAN + " free ports in " + LOWEST + ".." + HIGHEST + " after " + ATTEMPTS + " attempts");
    }

    static Ports of(Map<String, String> written) {
        return new Ports(
                number(written, "zookeeper"),
                number(written, "mariadb"),
                number(written, "redis"),
                number(written, "namesrv"),
                number(written, "control"),
                number(written, "broker"));
    }

    Map<String, String> written() {
        return Map.of(
                "zookeeper", Integer.toString(zookeeper),
                "mariadb", Integer.toString(mariadb),
                "redis", Integer.toString(redis),
                "namesrv", Integer.toString(namesrv),
                "control", Integer.toString(control),
                "broker", Integer.toString(broker));
    }

    int of(Component component) {
        return switch (component) {
            case ZOOKEEPER -> zookeeper;
            case MARIADB -> mariadb;
            case REDIS -> redis;
            case NAMESRV -> namesrv;
            case BROKER -> broker;
        };
    }

    private static Ports at(int base) {
        return new Ports(base + 1, base + 2, base + 3, base + 4, base + 5, base + 10);
    }

    private static int number(Map<String, String> written, String key) {
        return Integer.parseInt(written.getOrDefault(key, "0"));
    }

    private List<Integer> busy() {
        return IntStream.of(zookeeper, mariadb, redis, namesrv, control, broker - 2, broker, broker + 1)
                .filter(port -> !canListen(port))
                .boxed()
                .toList();
    }

    private static boolean canListen(int port) {
        if (port <= 0) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of an earlier server in TIME_WAIT do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
