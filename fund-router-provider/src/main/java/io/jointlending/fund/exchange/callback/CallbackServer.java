package io.jointlending.fund.exchange.callback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jointlending.support.task.PoolSize;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP for institutions: {@code POST /callback/{channel}/{event}}. Loopback unless configured; TLS and the open network belong
 * to a reverse proxy before it. Bodies and the time to send a request are bounded.
 */
public final class CallbackServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackServer.class);
    private static final Pattern PATH = Pattern.compile("/callback/([a-z][a-z0-9-]{0,30})/([a-z][a-z0-9-]{0,63})");
    private static final String SECONDS_TO_SEND = "sun.net.httpserver.maxReqTime";
    private static final String SECONDS_TO_READ = "sun.net.httpserver.maxRspTime";
    private static final int QUEUE = 64;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final CallbackDoor door;

    /**
     * Bounds the time in which a request must have arrived and its answer must have been taken. The JDK reads them once, when
     * the first HTTP server of the JVM is made, so this has to run before that.
     */
    public static void boundSlowClients() {
        for (String property : new String[] {SECONDS_TO_SEND, SECONDS_TO_READ}) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, "10");
            }
        }
    }

    /**
     * A started server.
     *
     * @param threadCount callbacks that are read or stored at the same time
     * @throws UncheckedIOException if the port is taken
     */
    public CallbackServer(String host, int port, int threadCount, CallbackDoor door) {
        boundSlowClients();
        this.door = door;
        int size = PoolSize.atMost(threadCount);
        AtomicInteger number = new AtomicInteger();
        this.threads =
                new ThreadPoolExecutor(size, size, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), work -> {
                    Thread thread = new Thread(work, "callback-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), QUEUE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot listen on " + host + ":" + port + " (jl.fund.callback.host, jl.fund.callback.port)", e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        LOG.info("institutions call back at http://{}:{}/callback/{{channel}}/{{event}}", host, port());
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            CallbackDoor.Answer answer = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("Connection", "close");
            boolean empty = answer.body().length == 0;
            exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
            if (!empty) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(answer.body());
                }
            }
        } catch (RuntimeException e) { // the server would swallow it
            LOG.error("a callback failed: {}", e.getClass().getSimpleName(), e);
        }
    }

    private CallbackDoor.Answer answer(HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getRawPath());
        if (!path.matches()) {
            return CallbackDoor.Answer.empty(404);
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return CallbackDoor.Answer.empty(405);
        }
        String address = exchange.getRemoteAddress().getAddress().getHostAddress();
        Optional<CallbackDoor.Answer> refusal = door.refusal(path.group(1), path.group(2), address);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        byte[] raw = exchange.getRequestBody().readNBytes(CallbackDoor.MAX_BYTES + 1);
        return raw.length > CallbackDoor.MAX_BYTES
                ? door.tooLong(path.group(1))
                : door.accept(path.group(1), path.group(2), address, raw);
    }
}
