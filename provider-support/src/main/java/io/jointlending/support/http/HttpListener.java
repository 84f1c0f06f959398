package io.jointlending.support.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.jointlending.support.task.PoolSize;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP listener of a provider: threads and queue have a bound, and so has the time that a client takes to send a request and to
 * take its answer. TLS and the open network belong to a reverse proxy before it.
 */
public final class HttpListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);

    private final HttpServer server;
    private final ThreadPoolExecutor threads;

    /**
     * A listener that runs.
     *
     * @param where to listen, and with how much
     * @param handlers by path prefix
     * @throws UncheckedIOException if the port is taken; names the keys to set
     */
    public HttpListener(Where where, Map<String, HttpHandler> handlers) {
        AtomicInteger number = new AtomicInteger();
        int size = PoolSize.atMost(where.threads);
        this.threads =
                new ThreadPoolExecutor(size, size, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(where.queue), work -> {
                    Thread thread = new Thread(work, where.name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            this.server = HttpServers.bound(
                    new InetSocketAddress(InetAddress.getByName(where.host), where.port), where.queue);
        } catch (IOException e) {
            threads.shutdown();
            throw new UncheckedIOException(
                    "cannot listen on " + where.host + ":" + where.port + " (" + where.keys + ")", e);
        }
        handlers.forEach(
                (path, handler) -> server.createContext(path, exchange -> handle(where.name, handler, exchange)));
        server.setExecutor(threads);
        server.start();
        LOG.info("{} listens at http://{}:{}", where.name, where.host, port());
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

    /** Answers with these bytes; none at all is an answer without a body. Further headers are set before. */
    public static void answer(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private static void handle(String name, HttpHandler handler, HttpExchange exchange) throws IOException {
        try (exchange) {
            handler.handle(exchange);
        } catch (RuntimeException e) { // the server would swallow it
            LOG.error("{} failed: {}", name, e.getClass().getSimpleName(), e);
        }
    }

    /**
     * Where to listen.
     *
     * @param name of the threads, and in the log
     * @param host address to bind
     * @param port 0 takes a free one
     * @param threads requests that are answered at the same time
     * @param queue requests that wait for one; more are dropped
     * @param keys properties that an operator sets, for the message when the port is taken
     */
    public record Where(String name, String host, int port, int threads, int queue, String keys) {}
}
