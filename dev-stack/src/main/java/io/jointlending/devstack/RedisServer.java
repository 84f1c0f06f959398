package io.jointlending.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Redis with an append-only file, so that a kill loses nothing that was answered. */
final class RedisServer implements Server {
    private static final int PROBE_TIMEOUT_MS = 500;

    private final StackDirectory directory;
    private final Artifacts artifacts;
    private final int port;

    RedisServer(StackDirectory directory, Artifacts artifacts, int port) {
        this.directory = directory;
        this.artifacts = artifacts;
        this.port = port;
    }

    @Override
    public Component component() {
        return Component.REDIS;
    }

    @Override
    public void prepare() {
        StackDirectory.makeDirectory(directory.data(Component.REDIS));
        artifacts.redis();
    }

    @Override
    public List<String> command() {
        // The working directory is the data directory, so no path has to survive the quoting rules of Redis.
        return List.of(
                artifacts.redis().toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--save",
                "",
                "--daemonize",
                "no");
    }

    @Override
    public boolean talks() {
        return false;
    }

    @Override
    public boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_TIMEOUT_MS);
            socket.setSoTimeout(PROBE_TIMEOUT_MS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes("+PONG".length());
            return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }
}
