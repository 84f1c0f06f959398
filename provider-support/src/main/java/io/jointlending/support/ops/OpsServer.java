package io.jointlending.support.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jointlending.support.json.Json;
import io.jointlending.support.task.PoolSize;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP for operators: {@code /live} (200 while the process runs), {@code /ready} (200 or 503, with the answer of each
 * check), {@code /metrics} (Prometheus). Loopback unless configured. GET only, nothing can be changed here.
 */
public final class OpsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpsServer.class);
    private static final int BACKLOG = 16;
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Readiness readiness;
    private final PrometheusMeterRegistry meters;

    /** A started server; IllegalStateException when the port is taken. */
    public OpsServer(String host, int port, Readiness readiness, PrometheusMeterRegistry meters) {
        this.readiness = readiness;
        this.meters = meters;
        AtomicInteger number = new AtomicInteger();
        int size = PoolSize.atMost(THREADS);
        this.threads =
                new ThreadPoolExecutor(size, size, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(BACKLOG), work -> {
                    Thread thread = new Thread(work, "ops-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + host + ":" + port + " (jl.ops.host, jl.ops.port)", e);
        }
        server.createContext("/live", this::live);
        server.createContext("/ready", this::ready);
        server.createContext("/metrics", this::metrics);
        server.setExecutor(threads);
        server.start();
        LOG.info("operators find this instance at http://{}:{}/ready", host, port());
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

    private void live(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "application/json", "{\"status\":\"live\"}");
    }

    private void ready(HttpExchange exchange) throws IOException {
        Map<String, String> checks = readiness.check();
        boolean ready = Readiness.ready(checks);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ready", ready);
        body.put("checks", checks);
        answer(exchange, ready ? 200 : 503, "application/json", Json.write(body));
    }

    private void metrics(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", meters.scrape());
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }
}
