package io.jointlending.support.ops;

import com.sun.net.httpserver.HttpExchange;
import io.jointlending.support.http.HttpListener;
import io.jointlending.support.json.Json;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * HTTP for operators: {@code /live} (200 while the process runs), {@code /ready} (200 or 503, with the answer of each
 * check), {@code /metrics} (Prometheus). Loopback unless configured. GET only, nothing can be changed here.
 */
public final class OpsServer implements AutoCloseable {
    private static final int BACKLOG = 16;
    private static final int THREADS = 4;

    private final HttpListener listener;
    private final Readiness readiness;
    private final PrometheusMeterRegistry meters;

    /** A started server; UncheckedIOException when the port is taken. */
    public OpsServer(String host, int port, Readiness readiness, PrometheusMeterRegistry meters) {
        this.readiness = readiness;
        this.meters = meters;
        this.listener = new HttpListener(
                new HttpListener.Where("ops", host, port, THREADS, BACKLOG, "jl.ops.host, jl.ops.port"),
                Map.of("/live", this::live, "/ready", this::ready, "/metrics", this::metrics));
    }

    /** The port it listens on. */
    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        listener.close();
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
        if (exchange.getRequestMethod().equals("GET")) {
            HttpListener.answer(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
        } else {
            exchange.sendResponseHeaders(405, -1);
        }
    }
}
