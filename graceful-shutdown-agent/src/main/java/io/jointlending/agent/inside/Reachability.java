package io.jointlending.agent.inside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Who really listens: the node of an instance that died stays in the registry until its session ends. */
final class Reachability {
    private static final int LIMIT_MILLIS = 1_000;

    private final Map<String, Boolean> known = new HashMap<>();

    /** Those that do not accept a connection within a second. */
    Set<String> deadAmong(Set<String> addresses) {
        Set<String> dead = new LinkedHashSet<>();
        for (String address : addresses) {
            if (!known.computeIfAbsent(address, Reachability::accepts)) {
                dead.add(address);
            }
        }
        return dead;
    }

    private static boolean accepts(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.getByName(address.substring(0, colon)),
                            Integer.parseInt(address.substring(colon + 1))),
                    LIMIT_MILLIS);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
