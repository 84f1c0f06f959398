package io.jointlending.fund.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jointlending.support.http.HttpServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The first bank on a real socket, unsealed. It counts the money that it moved, so that double funding shows. */
public final class FakeBank implements AutoCloseable {
    /** How it deals with the request for a loan. */
    public enum Loan {
        /** Funds at once, and the query says so. */
        TAKES,
        /** Takes it, and two queries are too early. */
        LATE,
        /** Says no. */
        REFUSES,
        /** Takes it and closes the connection. */
        CLOSES_AFTER,
        /** Closes the connection and has taken nothing. */
        CLOSES_BEFORE,
        /** Takes it and answers with a page of HTML and 502. */
        HTML,
        /** Takes it and answers with a number as its code. */
        NUMBER,
        /** Takes it and answers with a code that nobody knows. */
        UNKNOWN_CODE,
        /** Takes it and answers late. */
        SLOW,
        /** Busy the first time. */
        BUSY_FIRST
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(32, 32, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(5000));
    public final ConcurrentMap<String, Loan> plans = new ConcurrentHashMap<>();
    public final ConcurrentMap<String, AtomicInteger> moved = new ConcurrentHashMap<>();
    /** Loans that were taken back, by number. */
    public final ConcurrentMap<String, Integer> cancelled = new ConcurrentHashMap<>();
    /** Loans that cannot be taken back. */
    public final Set<String> standing = ConcurrentHashMap.newKeySet();

    public final List<String> requests = new CopyOnWriteArrayList<>();
    public final List<String> notices = new CopyOnWriteArrayList<>();
    /** Answers for pages of files, by date and page. */
    public final ConcurrentMap<String, String> statements = new ConcurrentHashMap<>();

    public final CountDownLatch slowRelease = new CountDownLatch(1);
    private final ConcurrentMap<String, AtomicInteger> busy = new ConcurrentHashMap<>();

    public FakeBank() {
        try {
            server = HttpServers.bound(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** How often the money of a loan was moved. */
    public int moved(String loanNo) {
        return moved.getOrDefault(loanNo, new AtomicInteger()).get();
    }

    /** Loans whose money was moved and not taken back, in order. */
    public List<String> lent() {
        return moved.keySet().stream()
                .filter(loan -> !cancelled.containsKey(loan))
                .sorted()
                .toList();
    }

    /** Requests of one endpoint for one loan, with their numbers. */
    public List<String> seen(String path, String loanNo) {
        return requests.stream()
                .filter(line -> line.startsWith(path + " " + loanNo + " "))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String path = exchange.getRequestURI().getPath().substring(1);
        String loanNo = body.path("loanNo").asText();
        requests.add(path + " " + loanNo + " " + body.path("reqNo").asText());
        switch (path) {
            case "credit/apply" -> reply(exchange, 200, head("0000", Map.of("creditNo", "C" + loanNo)));
            case "loan/apply" -> loan(exchange, loanNo, plans.getOrDefault(loanNo, Loan.TAKES));
            case "loan/query" -> query(exchange, loanNo);
            case "loan/cancel" -> {
                boolean stands = standing.contains(loanNo);
                if (!stands) {
                    cancelled.merge(loanNo, 1, Integer::sum);
                }
                reply(exchange, 200, head(stands ? "2003" : "0000", Map.of()));
            }
            case "repayment/notify" -> {
                notices.add(body.path("repaymentNo").asText() + " " + loanNo + " "
                        + body.path("kind").asText() + " "
                        + body.path("principal").asText());
                reply(exchange, 200, head("0000", Map.of()));
            }
            case "statement/query" ->
                reply(
                        exchange,
                        200,
                        statements.getOrDefault(
                                body.path("date").asText() + " "
                                        + body.path("page").asText(),
                                head("4040", Map.of())));
            default -> reply(exchange, 404, "{}");
        }
    }

    private void query(HttpExchange exchange, String loanNo) throws IOException {
        Loan plan = plans.getOrDefault(loanNo, Loan.TAKES);
        boolean early = plan == Loan.LATE && seen("loan/query", loanNo).size() <= 2;
        String status = early ? "1001" : moved(loanNo) > 0 ? "0000" : plan == Loan.REFUSES ? "2001" : "4040";
        reply(exchange, 200, head("0000", Map.of("status", status)));
    }

    private void loan(HttpExchange exchange, String loanNo, Loan plan) throws IOException {
        switch (plan) {
            case TAKES, LATE -> {
                take(loanNo);
                reply(exchange, 200, head("1001", Map.of()));
            }
            case REFUSES -> reply(exchange, 200, head("2001", Map.of()));
            case CLOSES_AFTER -> {
                take(loanNo);
                exchange.close();
            }
            case CLOSES_BEFORE -> exchange.close();
            case HTML -> {
                take(loanNo);
                reply(exchange, 502, "<html>bad gateway</html>");
            }
            case NUMBER -> {
                take(loanNo);
                reply(exchange, 200, "{\"head\":{\"code\":1001}}");
            }
            case UNKNOWN_CODE -> {
                take(loanNo);
                reply(exchange, 200, head("7777", Map.of()));
            }
            case SLOW -> {
                take(loanNo);
                await();
                reply(exchange, 200, head("1001", Map.of()));
            }
            case BUSY_FIRST -> {
                if (busy.computeIfAbsent(loanNo, no -> new AtomicInteger()).getAndIncrement() == 0) {
                    reply(exchange, 200, head("9001", Map.of()));
                } else {
                    take(loanNo);
                    reply(exchange, 200, head("1001", Map.of()));
                }
            }
        }
    }

    private void await() {
        try {
            if (!slowRelease.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody released the slow bank");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(String loanNo) {
        moved.computeIfAbsent(loanNo, no -> new AtomicInteger()).incrementAndGet();
    }

    private static String head(String code, Map<String, String> body) throws IOException {
        return JSON.writeValueAsString(Map.of("head", Map.of("code", code), "body", body));
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        slowRelease.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
