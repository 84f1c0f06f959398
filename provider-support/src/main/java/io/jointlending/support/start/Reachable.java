package io.jointlending.support.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Whether something listens at an address. */
public final class Reachable {
    private Reachable() {}

    /** Null when {@code host:port} takes a connection, otherwise why not. */
    public static @Nullable String problem(String hostAndPort, int timeoutMillis) {
        int colon = hostAndPort.lastIndexOf(':');
        if (colon <= 0) {
            return "not host:port: " + hostAndPort;
        }
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(hostAndPort.substring(colon + 1));
            socket.connect(new InetSocketAddress(hostAndPort.substring(0, colon), port), timeoutMillis);
            return null;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (IllegalArgumentException e) {
            return "not host:port: " + hostAndPort;
        }
    }
}
