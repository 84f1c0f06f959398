package io.jointlending.agent.inside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.MessageDigest;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The commands over HTTP on loopback: {@code POST /offline}, {@code /online}, {@code /wait}, {@code GET /status}, options as in
 * the query of the URL. Only with the token that lies in the agent's directory, readable by the owner alone.
 */
final class HttpDoor {
    private static final int BACKLOG = 8;
    private static final int THREADS = 4;
    private static final int HTTP_OK = 200;
    private static final int HTTP_BAD = 400;
    private static final int HTTP_UNAUTHORIZED = 401;
    private static final int HTTP_NOT_FOUND = 404;
    private static final int HTTP_CONFLICT = 409;
    private static final int HTTP_BROKEN = 500;
    private static final int HTTP_TIMEOUT = 504;

    private final Control control;
    private final byte[] token;

    private HttpDoor(Control control, byte[] token) {
        this.control = control;
        this.token = token;
    }

    /** Opens it and writes {@code port} and {@code token} into the directory. */
    static void open(Control control, String directory, int port) throws IOException {
        OwnDirectory.make(Paths.get(directory));
        byte[] token = Token.in(Paths.get(directory, "token"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(BACKLOG), work -> {
                    Thread thread = new Thread(work, "graceful-shutdown-agent-http");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        HttpDoor door = new HttpDoor(control, token);
        server.createContext("/", door::serve);
        // its own thread would keep the JVM from ending
        Thread starter = new Thread(server::start, "graceful-shutdown-agent-http");
        starter.setDaemon(true);
        starter.start();
        Path file = Paths.get(directory, "port");
        Files.write(file, (server.getAddress().getPort() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try {
            String command = exchange.getRequestURI().getPath().substring(1);
            Answer answer = answer(exchange, command);
            byte[] body = (answer.json() + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status(answer.exitCode), body.length);
            exchange.getResponseBody().write(body);
        } finally {
            exchange.close();
        }
    }

    private Answer answer(HttpExchange exchange, String command) {
        if (!allowed(exchange)) {
            return Answer.failed(command, ExitCode.UNAUTHORIZED, "no valid token, or not asked through loopback");
        }
        boolean reads = command.equals(Request.STATUS);
        if (!exchange.getRequestMethod().equals(reads ? "GET" : "POST")) {
            return Answer.failed(command, ExitCode.USAGE, (reads ? "GET" : "POST") + " is needed");
        }
        try {
            Properties values = new Properties();
            String query = exchange.getRequestURI().getQuery();
            for (String part : (query == null ? "" : query).split("&", -1)) {
                int equals = part.indexOf('=');
                values.setProperty(
                        equals < 0 ? part : part.substring(0, equals),
                        equals < 0 ? "true" : part.substring(equals + 1));
            }
            values.setProperty("command", command);
            values.setProperty("by", "http " + values.getProperty("by", ""));
            return control.execute(Request.of(values));
        } catch (IllegalArgumentException e) {
            return Answer.failed(command, ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** A page in a browser can send requests to loopback, but it knows no token and has another Host. */
    private boolean allowed(HttpExchange exchange) {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String host =
                String.valueOf(exchange.getRequestHeaders().getFirst("Host")).replaceFirst(":[0-9]+$", "");
        boolean known = given.startsWith("Bearer ")
                && MessageDigest.isEqual(given.substring(7).trim().getBytes(StandardCharsets.UTF_8), token);
        return known && (host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]"));
    }

    private static int status(ExitCode exitCode) {
        switch (exitCode) {
            case DONE:
                return HTTP_OK;
            case USAGE:
                return HTTP_BAD;
            case UNAUTHORIZED:
                return HTTP_UNAUTHORIZED;
            case NO_PROVIDER:
                return HTTP_NOT_FOUND;
            case REFUSED:
            case BUSY:
                return HTTP_CONFLICT;
            case NOT_CONFIRMED:
            case NOT_DRAINED:
                return HTTP_TIMEOUT;
            default:
                return HTTP_BROKEN;
        }
    }
}
