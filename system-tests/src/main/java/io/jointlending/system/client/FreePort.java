package io.jointlending.system.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for processes that are about to start, so that two runs on one machine do not meet. */
public final class FreePort {
    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 24_000;
    private static final int ATTEMPTS = 200;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** A port below the range of outgoing connections that nobody listens at now and that was not given before. */
    public static int next() {
        int lastTaken = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), port));
                if (GIVEN.add(port)) {
                    return port;
                }
            } catch (IOException e) {
                lastTaken = port;
            }
        }
        throw new IllegalStateException("no free port, the last one tried was " + lastTaken);
    }
}
