package io.jointlending.fund.sandbox.bank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jointlending.support.http.HttpServers;
import io.jointlending.support.json.Json;
import io.jointlending.support.task.PoolSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * For tests and drills, loopback only: {@code PUT /behaviour/{channel}/{order|*}} with a behaviour, {@code DELETE /behaviour},
 * {@code GET /loans[/{channel}[/{order}]]} for the books, {@code GET /counts}.
 */
final class BankAdmin implements AutoCloseable {
    private static final int MAX_BYTES = 64 * 1024;
    private static final int QUEUE = 64;

    private final HttpServer server;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            PoolSize.atMost(2), PoolSize.atMost(2), 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE));
    private final BankDesk desk;
    private final BankBook book;

    BankAdmin(int port, BankDesk desk, BankBook book) {
        this.desk = desk;
        this.book = book;
        try {
            server = HttpServers.bound(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), QUEUE);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox banks cannot be administered on port " + port, e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        List<String> path =
                Arrays.asList(exchange.getRequestURI().getPath().substring(1).split("/", -1));
        try {
            answer(exchange, 200, work(exchange, path));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            answer(exchange, 400, Map.of("message", String.valueOf(e.getMessage())));
        }
    }

    private Object work(HttpExchange exchange, List<String> path) throws IOException {
        String call = exchange.getRequestMethod() + " " + path.get(0) + " " + path.size();
        return switch (call) {
            case "PUT behaviour 3" -> {
                byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES);
                Behaviour behaviour = Behaviour.of(properties(body));
                desk.behave(path.get(1), path.get(2), behaviour);
                yield behaviour;
            }
            case "DELETE behaviour 1" -> {
                desk.behaveProperly();
                yield Map.of();
            }
            case "GET loans 1" -> totals(book.loans(null));
            case "GET loans 2" -> book.loans(path.get(1));
            case "GET loans 3" -> {
                BankBook.Loan loan = book.loan(path.get(1), path.get(2));
                yield loan == null ? Map.of() : loan;
            }
            case "GET counts 1" -> desk.counts();
            default -> throw new IllegalArgumentException("no such command");
        };
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
    private static Map<String, Object> properties(byte[] body) {
        return Json.read(body, Map.class);
    }

    private static Map<String, Object> totals(List<BankBook.Loan> loans) {
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("orders", loans.size());
        totals.put(
                "paidOut",
                loans.stream().filter(loan -> loan.disbursements() > 0).count());
        totals.put(
                "paidTwice",
                loans.stream().filter(loan -> loan.disbursements() > 1).count());
        totals.put("paidFen", loans.stream().mapToLong(BankBook.Loan::paidFen).sum());
        return totals;
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
