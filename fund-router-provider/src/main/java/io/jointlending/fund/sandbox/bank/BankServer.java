package io.jointlending.fund.sandbox.bank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jointlending.fund.exchange.codec.BadMessage;
import io.jointlending.fund.exchange.codec.Codec;
import io.jointlending.fund.exchange.envelope.Envelope;
import io.jointlending.fund.exchange.envelope.Kind;
import io.jointlending.fund.exchange.envelope.NotAuthentic;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.support.http.HttpServers;
import io.jointlending.support.task.PoolSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The banks' side of the wire: {@code POST /{channel}/{endpoint}}, each channel in its own codec and envelope. Answers that
 * are slow on purpose hold no thread.
 */
final class BankServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BankServer.class);
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int THREADS = 16;
    private static final int QUEUE = 1024;
    private static final int DRIP_MS = 200;
    private static final int LATE_MS = 5_000;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Later later = new Later();
    private final Map<String, Bank> banks;
    private final BankDesk desk;
    private final CallbackSender callbacks;

    /**
     * One bank.
     *
     * @param channel as both sides know it
     * @param envelope with the keys of the bank
     * @param forger with keys of somebody else
     */
    record Bank(ChannelDefinition channel, Envelope envelope, Envelope forger) {
        Dialect dialect() {
            return Dialect.of(channel.codec());
        }
    }

    BankServer(int port, Map<String, Bank> banks, BankDesk desk) {
        this.banks = Map.copyOf(banks);
        this.desk = desk;
        this.callbacks = new CallbackSender(later);
        int size = PoolSize.atMost(THREADS);
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(QUEUE),
                new ThreadPoolExecutor.CallerRunsPolicy());
        try {
            server = HttpServers.bound(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), QUEUE);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox banks cannot listen on port " + port, e);
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
        later.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getRawPath().substring(1).split("/", 2);
        Bank bank = banks.get(path[0]);
        byte[] raw = exchange.getRequestBody().readNBytes(MAX_BYTES);
        if (bank == null || path.length < 2) {
            answer(exchange, 404, "text/plain", new byte[0]);
            return;
        }
        try {
            Envelope.Opened opened = bank.envelope().open(raw, Kind.REQUEST);
            Optional<BankDesk.Worked> worked =
                    desk.work(bank.channel().channel(), bank.dialect(), path[1], opened.tree());
            if (worked.isEmpty()) {
                answer(exchange, 404, "text/plain", new byte[0]);
            } else {
                respond(exchange, bank, worked.get(), opened.nonce());
            }
        } catch (NotAuthentic | BadMessage e) {
            LOG.warn("sandbox bank {} refuses a message: {}", path[0], e.getMessage());
            answer(exchange, 401, "text/plain", new byte[0]);
        } catch (RuntimeException e) { // the server would swallow it, and the caller would wait
            LOG.error("sandbox bank {} failed", path[0], e);
            answer(exchange, 500, "text/plain", new byte[0]);
        }
    }

    private void respond(HttpExchange exchange, Bank bank, BankDesk.Worked worked, String nonce) {
        BankDesk.Notice notice = worked.notice();
        Runnable answering = () -> send(exchange, bank, worked, nonce);
        if (notice == null) {
            after(worked.behaviour().delayMs(), answering);
            return;
        }
        Runnable calling = () -> callbacks.send(bank, notice);
        switch (Behaviour.Call.valueOf(worked.behaviour().callback())) {
            case EARLY -> callbacks.sendThen(bank, notice, answering);
            case DUPLICATE ->
                after(worked.behaviour().delayMs(), () -> {
                    answering.run();
                    calling.run();
                    calling.run();
                });
            default ->
                after(worked.behaviour().delayMs(), () -> {
                    answering.run();
                    calling.run();
                });
        }
    }

    private void after(int delayMs, Runnable work) {
        if (delayMs == 0) {
            work.run();
        } else {
            later.after(delayMs, () -> threads.execute(work));
        }
    }

    private void send(HttpExchange exchange, Bank bank, BankDesk.Worked worked, String nonce) {
        String type = Codec.named(bank.channel().codec()).contentType();
        Function<Envelope, byte[]> sealed =
                envelope -> envelope.seal(worked.answer(), Kind.REPLY, nonce).bytes();
        try {
            switch (worked.fault()) {
                case NONE, BUSY, UNKNOWN_CODE -> answer(exchange, 200, type, sealed.apply(bank.envelope()));
                case LOST, LOST_BEFORE -> exchange.close();
                case BAD_SIGNATURE -> answer(exchange, 200, type, sealed.apply(bank.forger()));
                case BAD_GATEWAY ->
                    answer(
                            exchange,
                            502,
                            "text/html",
                            "<html><body>Bad Gateway</body></html>".getBytes(StandardCharsets.UTF_8));
                case LATE ->
                    later.after(
                            bank.channel().call().total().toMillis() + LATE_MS,
                            () -> answerLate(exchange, type, sealed.apply(bank.envelope())));
                case DRIP -> {
                    byte[] body = sealed.apply(bank.envelope());
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.sendResponseHeaders(200, body.length);
                    drip(exchange, body, 0);
                }
            }
        } catch (IOException e) {
            LOG.debug("the caller hung up", e);
            exchange.close();
        }
    }

    private void drip(HttpExchange exchange, byte[] body, int at) {
        try {
            exchange.getResponseBody().write(body[at]);
            exchange.getResponseBody().flush();
            if (at + 1 == body.length) {
                exchange.close();
            } else {
                later.after(DRIP_MS, () -> drip(exchange, body, at + 1));
            }
        } catch (IOException e) {
            LOG.debug("the caller hung up", e);
            exchange.close();
        }
    }

    private static void answerLate(HttpExchange exchange, String type, byte[] body) {
        try {
            answer(exchange, 200, type, body);
        } catch (IOException e) {
            LOG.debug("the caller hung up", e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
