package io.jointlending.devstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** One command to a running supervisor. */
final class ControlClient {
    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(2);

    private ControlClient() {}

    /**
     * Sends a command and returns the answer, a line of JSON.
     *
     * @throws IllegalStateException if the supervisor reports a failure
     */
    static String send(Map<String, String> properties, String command) {
        int port = Integer.parseInt(properties.getOrDefault("control.port", "0"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(Math.toIntExact(LONGEST_COMMAND.toMillis()));
            String line = properties.get("control.token") + " " + command + "\n";
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (answer == null || !answer.startsWith("{\"ok\":true")) {
                throw new IllegalStateException("dev stack, " + command + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("the dev stack cannot be asked on port " + port + ": " + command, e);
        }
    }
}
