package io.jointlending.devstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The door for drills: a line {@code token command [argument]} over loopback, answered by a line of JSON. The token
 * stands in stack.properties, which only the owner of the stack can read.
 */
final class ControlServer {
    private static final int READ_TIMEOUT_MS = 5_000;
    private static final int BACKLOG = 16;

    private final Supervisor supervisor;
    private final ServerSocket socket;
    private final byte[] token;
    private final Runnable stop;

    ControlServer(Supervisor supervisor, int port, String token, Runnable stop) throws IOException {
        this.supervisor = supervisor;
        this.socket = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.stop = stop;
    }

    /** Serves until the process ends. */
    void start() {
        daemon("control", () -> {
            while (!socket.isClosed()) {
                try {
                    Socket caller = socket.accept();
                    daemon("control-call", () -> serve(caller));
                } catch (IOException e) {
                    Progress.say("control: " + e);
                }
            }
        });
    }

    private void serve(Socket caller) {
        try (caller) {
            caller.setSoTimeout(READ_TIMEOUT_MS);
            String line = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            String answer = Json.line(answer(line == null ? "" : line));
            caller.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            Progress.say("control: a caller went away: " + e);
        }
    }

    private Map<String, Object> answer(String line) {
        List<String> words = List.of(line.strip().split(" +", -1));
        if (!MessageDigest.isEqual(words.get(0).getBytes(StandardCharsets.UTF_8), token)) {
            return failure(StackFailure.REFUSED, "wrong token");
        }
        try {
            return run(words.size() > 1 ? words.get(1) : "", words.subList(Math.min(2, words.size()), words.size()));
        } catch (StackFailure e) {
            return failure(e.exitCode(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // The caller gets the error: this is the outermost place for a command.
            return failure(StackFailure.FAILED, e.toString());
        }
    }

    private Map<String, Object> run(String command, List<String> arguments) {
        return switch (command) {
            case "status" -> supervisor.status();
            case "kill" -> supervisor.kill(component(arguments));
            case "freeze" -> supervisor.freeze(component(arguments));
            case "resume" -> supervisor.resume(component(arguments));
            case "start" -> supervisor.start(component(arguments));
            case "expire-session" -> supervisor.expireSession(only(arguments, "a session id or 'all'"));
            case "stop" -> {
                stop.run();
                yield Map.of("ok", true);
            }
            default -> throw StackFailure.usage("unknown command '" + command + "'");
        };
    }

    private static Component component(List<String> arguments) {
        return Component.of(only(arguments, "a component"));
    }

    private static String only(List<String> arguments, String what) {
        if (arguments.size() != 1) {
            throw StackFailure.usage(what + " is needed, got " + arguments);
        }
        return arguments.get(0);
    }

    private static Map<String, Object> failure(int exitCode, String error) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("ok", false);
        failure.put("exitCode", exitCode);
        failure.put("error", error);
        return failure;
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
